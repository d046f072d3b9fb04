package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.ControlStrategies.NoCredential;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An attribute helps to decide where those who know it tell it, and can't make it up elsewhere. */
final class KnownToTest {
  private static final String PAY =
      """
      scenario: pay
      users: [ann]
      agents: [bot]
      resources: [account]
      context:
        amount: {values: [small, large], known-to: %s}
      policies:
        - ann MAY use account when amount is small
        - ann MAY NOT use account when amount is large
      """;

  @Test
  void whatTheResourceKnows_isKnownThereWithoutAnyCredential() {
    StrategyResult result = Runs.only(new NoCredential(), PAY.formatted("resource"));
    assertEquals(2, result.enforced());
    assertEquals(2, result.withstands());
  }

  @ParameterizedTest
  @ValueSource(strings = {"caller", "login"})
  void whatOthersKnow_isUnknownWhereNothingConveysIt(String knownTo) {
    assertEquals(0, Runs.only(new NoCredential(), PAY.formatted(knownTo)).enforced());
  }

  @Test
  void gateBeforeTheResource_doesNotKnowWhatTheResourceKnows() {
    // The gate sees user and agent, the resource user and amount: the clerk's large payment via bot
    // looks to the gate like the small one, and to the resource like the large one via bat.
    String pay =
        """
        scenario: pay
        users: [manager, clerk]
        agents: [bot, bat]
        resources: [account]
        default: unspecified
        context:
          amount: {values: [small, large], known-to: resource}
        policies:
          - manager MAY use account via bot
          - manager MAY use account via bat
          - clerk MAY use account via bot when amount is small
          - clerk MAY NOT use account via bot when amount is large
          - clerk MAY use account via bat when amount is large
          - clerk MAY NOT use account via bat when amount is small
        """;
    assertEquals(
        List.of(true, true, false, false, false, false),
        Runs.only(new GateControl(List.of("user", "agent"), false), pay).policies().stream()
            .map(PolicyScore::enforced)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"resource", "caller", "login"})
  void callerWhoWritesTheContext_convincesOnlyOfWhatCallersKnow(String knownTo) {
    StrategyResult result =
        Runs.only(new WordsControl(List.of("user", "context")), PAY.formatted(knownTo));
    assertEquals(knownTo.equals("login") ? 0 : 2, result.enforced());
    assertEquals(knownTo.equals("resource") ? 2 : 0, result.withstands());
  }
}
