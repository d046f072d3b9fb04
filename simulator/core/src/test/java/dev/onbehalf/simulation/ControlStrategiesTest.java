package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** Strategies with known scores get them, and those that cheat the judge are found out. */
final class ControlStrategiesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void noCredential_enforcesOnlyWhatHoldsForEverybody() {
    // Everybody may read the records on every path; all else depends on who asks and how.
    StrategyResult result = onHrRollout(new ControlStrategies.NoCredential());
    assertEquals(List.of(false, true, false, false), enforced(result));
    assertEquals(0, result.live().tokensVerified());
    assertEquals(new SimulationResult.RequestCounts(12, 6, 4, 2, 2), result.requests());
  }

  @Test
  void pretender_isRefusedByTheRun() {
    SimulationResult result = run(new ControlStrategies.Pretender());
    assertEquals(List.of(), result.strategies());
    assertEquals(
        List.of(
            new FailedStrategy(
                "pretender",
                Optional.empty(),
                "for `dana read employee-records via hr-agent` it declares to prove"
                    + " {agent=hr-agent, user=dana}, but proves {agent=directly, user=dana}; a"
                    + " point knows of a call what it is presented, and nothing else")),
        result.failed());
  }

  @Test
  void failedStrategy_takesNothingFromTheOthers() {
    SimulationResult alone = run(new ControlStrategies.NoCredential());
    SimulationResult beside =
        run(new ControlStrategies.Pretender(), new ControlStrategies.NoCredential());
    assertEquals(alone.strategies(), beside.strategies());
    assertEquals(alone.verdict(), beside.verdict());
  }

  @Test
  void pretender_breaksTheContract() {
    assertBreaks(new ControlStrategies.Pretender(), "evidence is what is declared");
  }

  @Test
  void stasher_breaksTheContract() {
    assertBreaks(new ControlStrategies.Stasher(), "evidence comes from the presentation alone");
  }

  @Test
  void staticStasher_breaksTheContract() {
    assertBreaks(
        new ControlStrategies.StaticStasher(), "evidence comes from the presentation alone");
  }

  @Test
  void believedHeader_breaksTheContract() {
    assertBreaks(new ControlStrategies.BelievedHeader(), "forged headers verify nothing");
  }

  @Test
  void believedWords_liveRunAndExactScoreAgree() {
    Stream.of(new WordsControl(List.of("user", "context")), new ControlStrategies.NamedParties())
        .flatMap(StrategyContract::of)
        .filter(test -> test.getDisplayName().startsWith("live run and exact score agree"))
        .forEach(test -> assertDoesNotThrow(test.getExecutable()));
  }

  @Test
  void believedHeader_isEnforcedWithHonestAgents_butDoesNotWithstand() {
    StrategyResult result = onHrRollout(new ControlStrategies.BelievedHeader());
    assertEquals(List.of(true, true, true, true), enforced(result));
    assertEquals(List.of(false, true, true, false), withstands(result));
    Witness witness = result.policies().get(3).witness().orElseThrow();
    assertTrue(witness.cheating());
    assertEquals(List.of("header x-agent"), witness.leftOut());
    assertEquals(
        "omar may not modify employee-records via hr-agent (hr-rollout.yaml:"
            + line("hr-staff except pilot MAY NOT")
            + "), but its agent, by leaving out its header x-agent, shows the same evidence as a"
            + " permitted call: omar may modify employee-records directly (line "
            + line("hr-staff MAY use")
            + ")",
        witness.sentence());
  }

  @Test
  void believedUser_isForged_andNeverRecommended() {
    SimulationResult result = run(new WordsControl(List.of("user")));
    StrategyResult strategy = result.strategies().get(0);
    assertEquals(List.of(true, true, true, true), enforced(strategy));
    // Nobody but hr-agent can be talked of, and everybody may read through it.
    assertEquals(List.of(true, true, false, false), withstands(strategy));
    assertEquals(Optional.empty(), result.verdict().recommended());
    assertEquals(
        "omar may not modify employee-records via hr-agent (hr-rollout.yaml:"
            + line("hr-staff except pilot MAY NOT")
            + "), but its agent, by writing another user's name into its header x-user, shows the"
            + " same evidence as a permitted call: dana may modify employee-records via"
            + " hr-agent (line "
            + line("pilot MAY modify")
            + ")",
        strategy.policies().get(3).witness().orElseThrow().sentence());
  }

  @Test
  void believedUser_isForgedWithAnyUsersName() {
    assertEquals(
        List.of(false, false, true),
        withstands(
            Runs.only(
                new WordsControl(List.of("user")),
                """
                scenario: alike
                users: [cyd, ann, bob]
                agents: [bot]
                resources: [disk]
                policies:
                  - ann, bob MAY use disk via bot
                  - cyd MAY NOT use disk via bot
                  - cyd MAY NOT use disk directly
                """)));
  }

  @Test
  void believedUser_isForgedByUsersInPerson() {
    StrategyResult result =
        Runs.only(
            new ControlStrategies.NamedParties(),
            """
            scenario: named
            users: [ann, bob]
            agents: [bot]
            resources: [disk]
            policies:
              - ann MAY use disk directly
              - bob MAY NOT use disk directly
            """);
    assertEquals(List.of(true, true), enforced(result));
    assertEquals(List.of(false, false), withstands(result));
    assertEquals(
        "bob may not use disk directly (world.yaml:7), but its user, by writing another"
            + " user's name into its header x-user, shows the same evidence as a permitted"
            + " call: ann may use disk directly (line 6)",
        result.policies().get(1).witness().orElseThrow().sentence());
  }

  @Test
  void believedAgent_isForgedByUsersInPerson() {
    StrategyResult result =
        Runs.only(
            new ControlStrategies.NamedParties(),
            """
            scenario: kept-out
            users: [ann]
            agents: [bot]
            resources: [disk]
            policies:
              - ann MAY use disk via bot
              - ann MAY NOT use disk directly
            """);
    assertEquals(List.of(true, true), enforced(result));
    assertEquals(List.of(false, false), withstands(result));
    assertEquals(
        "ann may not use disk directly (world.yaml:7), but its user, by writing the header"
            + " x-agent: bot, shows the same evidence as a permitted call: ann may use disk"
            + " via bot (line 6)",
        result.policies().get(1).witness().orElseThrow().sentence());
  }

  @Test
  void believedContext_isForgedByUsersInPerson() {
    assertEquals(
        List.of(false, false),
        withstands(
            Runs.only(
                new WordsControl(List.of("context")),
                """
                scenario: modes
                users: [ann]
                agents: [bot]
                resources: [disk]
                context: {mode: [attended, batch]}
                policies:
                  - ann MAY use disk directly when mode is attended
                  - ann MAY NOT use disk directly when mode is batch
                """)));
  }

  @Test
  void believedContext_isForged() {
    StrategyResult result =
        Runs.only(
            new WordsControl(List.of("context")),
            """
            scenario: modes
            users: [ann]
            agents: [bot]
            resources: [disk]
            context: {mode: [attended, batch]}
            policies:
              - ann MAY use disk directly
              - ann MAY use disk via bot when mode is attended
              - ann MAY NOT use disk via bot when mode is batch
            """);
    assertEquals(List.of(true, true, true), enforced(result));
    assertEquals(List.of(true, false, false), withstands(result));
    assertEquals(
        "ann may not use disk via bot when mode is batch (world.yaml:9), but its agent, by"
            + " writing another value into its header x-context-mode, shows the same"
            + " evidence as a permitted call: ann may use disk via bot when mode is attended"
            + " (line 8)",
        result.policies().get(2).witness().orElseThrow().sentence());
  }

  @Test
  void believedWords_areForgedTogether() {
    SimulationResult result =
        Runs.run(
            """
            scenario: together
            users: [ann, bob]
            agents: [bot, ada]
            resources: [disk]
            context: {mode: [attended, batch], place: [home, office]}
            policies:
              - ann MAY use disk via bot when mode is attended and place is home
              - bob MAY NOT use disk via bot when mode is batch and place is office
              - bob MAY NOT use disk via ada
            """,
            1_000,
            new WordsControl(List.of("user", "context")));
    assertEquals(List.of(false, false, true), withstands(result.strategies().get(0)));
  }

  @Test
  void looseSubjectToken_isEnforcedWithHonestAgents_butDoesNotWithstand() {
    StrategyResult result = onHrRollout(new ControlStrategies.LooseSubjectToken());
    assertEquals(List.of(true, true, true, true), enforced(result));
    assertEquals(List.of(false, true, true, false), withstands(result));
    assertTrue(result.policies().get(0).witness().orElseThrow().cheating());
  }

  @Test
  void accountPerPair_growsWithAProduct() {
    StrategyResult result = onHrRollout(new ControlStrategies.AccountPerPair());
    assertEquals(Growth.MULTIPLICATIVE, result.cost().standing().growth());
    assertEquals(3 + 1 + 3, result.cost().standing().credentials());
  }

  private static void assertBreaks(CredentialStrategy strategy, String clause) {
    DynamicTest test =
        StrategyContract.of(strategy)
            .filter(candidate -> candidate.getDisplayName().equals(clause))
            .findFirst()
            .orElseThrow();
    assertThrows(AssertionError.class, () -> test.getExecutable().execute());
  }

  private static List<Boolean> enforced(StrategyResult result) {
    return result.policies().stream().map(PolicyScore::enforced).toList();
  }

  private static List<Boolean> withstands(StrategyResult result) {
    return result.policies().stream().map(PolicyScore::withstands).toList();
  }

  private static StrategyResult onHrRollout(CredentialStrategy strategy) {
    return run(strategy).strategies().get(0);
  }

  private static SimulationResult run(CredentialStrategy... strategies) {
    try {
      return Simulator.run(
          ScenarioReader.read("hr-rollout.yaml", hrRollout()),
          new ScenarioSource("scenarios/hr-rollout.yaml", ""),
          List.of(strategies),
          new SimulationSettings(
              1, SigningAlgorithm.ES256, SigningProvider.fastest(), CLOCK, 1_000),
          Progress.NONE);
    } catch (InvalidScenarioException e) {
      throw new AssertionError(e);
    }
  }

  private static int line(String beginning) {
    List<String> lines = new String(hrRollout(), StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(beginning)) {
        return i + 1;
      }
    }
    throw new AssertionError(beginning);
  }

  private static byte[] hrRollout() {
    try {
      return Files.readAllBytes(Path.of("../../scenarios/hr-rollout.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
