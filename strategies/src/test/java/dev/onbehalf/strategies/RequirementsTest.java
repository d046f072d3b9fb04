package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.Ground;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Measured;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scenario requires beside its policies rules strategies out, with the figure that does. */
final class RequirementsTest {
  /** One user's access at three services, whatever agent asks; then somebody asks who acted. */
  @Test
  void marketing_takesNoImpersonationOnceBothMustBeNamed() {
    SimulationResult plain = run(scenario("marketing"));
    assertEquals(Optional.of("credential-inheritance"), plain.verdict().recommended());
    assertEquals(List.of(), named(plain, "credential-inheritance").ruledOutBy());

    SimulationResult audited = run(scenario("marketing") + "require: {attribution: both}\n");
    assertEquals(Optional.of("agent-mtls-strict"), audited.verdict().recommended());
    StrategyResult inheritance = named(audited, "credential-inheritance");
    assertEquals(List.of("attribution"), inheritance.ruledOutBy());
    assertTrue(inheritance.suffices());
    assertEquals(
        new Measured(
            "user",
            Optional.of(false),
            "the logs name the user of 10, the agent of 0 and both of 0 of 10 calls, `both` is"
                + " required"),
        inheritance.requirements().get("attribution"));
    assertTrue(
        audited.verdict().summary().contains("credential-inheritance is ruled out: the logs name"),
        audited.verdict().summary());
    assertEquals(
        List.of("without `require: attribution`, credential-inheritance would do"),
        audited.verdict().becauseOf().stream()
            .filter(ground -> ground.kind() == Ground.Kind.REQUIRE)
            .map(Ground::sentence)
            .toList());
    assertEquals(
        Set.of("agent-mtls-strict"), Set.copyOf(audited.plan().orElseThrow().strategies()));
  }

  @Test
  void figure_isTheOneThatRulesOut() {
    SimulationResult result =
        run(
            scenario("marketing")
                + "require: {revoke-agent: 60s, revoke-user: 1min, stolen-token: one-action}\n");
    assertEquals(
        "a revoked agent goes on for ever, 60 s are required",
        figure(result, "credential-inheritance", "revoke-agent"));
    assertEquals(
        "agents go on for a revoked user for 300 s, 60 s are required",
        figure(result, "token-exchange", "revoke-user"));
    assertEquals(
        "a stolen token opens 2 actions, `one-action` is required",
        figure(result, "token-exchange", "stolen-token"));
    assertEquals(
        List.of("revoke-agent", "revoke-user", "stolen-token"),
        named(result, "token-exchange").ruledOutBy());
    assertEquals(List.of(), named(result, "transaction-token").ruledOutBy());
  }

  private static String figure(SimulationResult result, String strategy, String key) {
    Measured measured = measured(named(result, strategy), key);
    assertTrue(measured.fails());
    return measured.figure();
  }

  private static Measured measured(StrategyResult strategy, String key) {
    return Objects.requireNonNull(strategy.requirements().get(key), key);
  }

  @Test
  void shorterLifetimes_meetWhatLongerOnesDont() {
    String required = scenario("hr-rollout") + "require: {revoke-agent: 60s}\n";
    String shorter = required + "workload: {token-lifetime: 60s}\n";
    assertTrue(measured(named(run(required), "token-exchange"), "revoke-agent").fails());
    assertFalse(measured(named(run(shorter), "token-exchange"), "revoke-agent").fails());
  }

  /** Whatever works while nobody is there is the agent's to misuse, and the other way round. */
  @ParameterizedTest
  @ValueSource(strings = {"hr-rollout", "marketing", "shared-document", "relay", "research-batch"})
  void unattended_andWithinSession_excludeEachOther(String scenario) {
    SimulationResult works = run(scenario(scenario) + "require: {unattended: works}\n");
    SimulationResult session =
        run(scenario(scenario) + "require: {hijacked-agent: within-session}\n");
    for (StrategyResult strategy : works.strategies()) {
      assertEquals(
          measured(strategy, "unattended").fails(),
          !measured(named(session, strategy.name()), "hijacked-agent").fails(),
          strategy.name());
    }
  }

  /** Nothing is said to be met or not where nothing is required. */
  @Test
  void requirements_areMeasuredUnasked() {
    StrategyResult strategy = run(scenario("hr-rollout")).strategies().get(0);
    assertEquals(
        List.of(
            "attribution",
            "revoke-agent",
            "revoke-user",
            "stolen-token",
            "hijacked-agent",
            "unattended"),
        List.copyOf(strategy.requirements().keySet()));
    strategy
        .requirements()
        .values()
        .forEach(measured -> assertEquals(Optional.empty(), measured.meets()));
  }

  @Test
  void stepsOfPlan_takeNothingThatIsRuledOut() {
    SimulationResult result = run(scenario("hr-rollout") + "require: {attribution: both}\n");
    Set<String> ruledOut =
        result.strategies().stream()
            .filter(strategy -> !strategy.ruledOutBy().isEmpty())
            .map(StrategyResult::name)
            .collect(Collectors.toSet());
    assertTrue(ruledOut.contains("credential-inheritance"));
    for (Plan.Step step : result.plan().orElseThrow().steps()) {
      step.resources().values().forEach(name -> assertFalse(ruledOut.contains(name), name));
    }
  }

  private static String scenario(String name) {
    try {
      return Files.readString(Path.of("../scenarios", name + ".yaml"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static SimulationResult run(String yaml) {
    return Runs.run(yaml, 1_000, Strategies.all().toArray(CredentialStrategy[]::new));
  }

  private static StrategyResult named(SimulationResult result, String name) {
    return result.strategy(name).orElseThrow();
  }
}
