package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.products.profile.Profile;
import dev.onbehalf.products.profile.Profiles;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.simulation.result.SimulationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** With a profile, strategies enforce what the token service of that product lets them. */
final class ProfileCommandTest {
  private static final Path SCENARIOS = Path.of("../../scenarios").toAbsolutePath().normalize();

  @TempDir private Path folder = Path.of("");

  /** On Spring, an agent that leaves out its actor token passes for the user in person. */
  @ParameterizedTest
  @CsvSource({
    "spring-7,         4, 2",
    "spring-7-checked, 4, 4",
    "keycloak-26.7,    4, 4",
    "entra-agent-id,   4, 4",
    "auth0,            4, 4"
  })
  void tokenExchange_onHrRollout(String profile, int ifHonest, int enforced) throws Exception {
    SimulationResult.StrategyResult result =
        run(profile, "hr-rollout").strategy("token-exchange").orElseThrow();
    assertEquals(List.of(ifHonest, enforced), List.of(result.enforced(), result.withstands()));
  }

  /** Of two agents in a chain, the second gets no token. */
  @Test
  void mayActOnKeycloak268_isLeftOutWhereAgentsCallEachOther() throws Exception {
    assertEquals(
        4, run("keycloak-26.8", "hr-rollout").strategy("may-act").orElseThrow().withstands());
    assertTrue(run("keycloak-26.8", "relay").strategy("may-act").isEmpty());
    new Session(folder)
        .run(
            Engine.real(),
            "--profile keycloak-26.8 --strategy may-act " + SCENARIOS.resolve("relay.yaml"))
        .exits(ExitCode.OK)
        .prints("no strategy");
  }

  /**
   * Each question knows nothing of the other: what takes user and agent together isn't enforced.
   */
  @Test
  void twoQuestionsAtIssuance_enforceWhatNeedsNoJointEvidence() throws Exception {
    assertEquals(
        4, run("authzen-issuance", "marketing").strategy("may-act").orElseThrow().enforced());
    assertTrue(
        run("authzen-issuance", "hr-rollout").strategy("may-act").orElseThrow().enforced() < 4);
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void profile_runsEveryScenario(Profile profile) throws Exception {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      String scenarios =
          files
              .map(Path::toString)
              .filter(file -> file.endsWith(".yaml"))
              .collect(Collectors.joining(" "));
      new Session(folder)
          .run(Engine.real(), "--quiet --profile " + profile.name() + " " + scenarios)
          .exits(ExitCode.OK)
          .complainsOfNothing();
    }
  }

  static List<Profile> profiles() {
    return Profiles.all();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void profile_carriesStrategiesThatThereAre(Profile profile) {
    assertEquals(
        profile.carried().keySet(),
        profile.carriedOf(Engine.real().strategies().all()).stream()
            .map(strategy -> strategy.about().name())
            .collect(Collectors.toSet()));
  }

  @Test
  void names_areDifferent() {
    assertEquals(Profiles.all().size(), Set.copyOf(Profiles.names()).size());
  }

  @Test
  void report_saysWhichProductItSpeaksOf_andWhatToChange() throws Exception {
    new Session(folder)
        .run(Engine.real(), "--profile keycloak-26.7 " + SCENARIOS.resolve("relay.yaml"))
        .exits(ExitCode.OK)
        .prints("profile keycloak-26.7: Keycloak 26.7.3, standard token exchange, as of 2026-11\n")
        .prints("  ignores `actor_token`, be it the client's own or another's (measured, ")
        .prints("  change: read `azp` as the agent");
    String page = Files.readString(folder.resolve("reports/out/keycloak-26.7/relay.html"));
    assertTrue(page.contains("keycloak-26.7: Keycloak 26.7.3"), page);
  }

  @Test
  void unknownProfile_isNamedWithTheOneThatWasMeant() {
    new Session(folder)
        .run(Engine.real(), "--profile sprint-7 one.yaml")
        .exits(ExitCode.INVALID_INPUT)
        .complains("no profile `sprint-7`; did you mean `spring-7`?");
  }

  @Test
  void strategyThatTheProductDoesNotCarry_isRefused() {
    new Session(folder)
        .run(Engine.real(), "--profile spring-7 --strategy macaroon one.yaml")
        .exits(ExitCode.INVALID_INPUT)
        .complains("the profile spring-7 carries none of these strategies");
  }

  @Test
  void why_speaksOfTheProduct() {
    new Session(folder)
        .run(
            Engine.real(),
            "why --profile keycloak-26.7 "
                + SCENARIOS.resolve("relay.yaml")
                + " alice inspect production via planner")
        .exits(ExitCode.OK)
        .prints("profile keycloak-26.7: Keycloak 26.7.3, standard token exchange, as of 2026-11\n")
        .prints("token-exchange");
  }

  @ParameterizedTest
  @CsvSource({"keycloak-26.8", "spring-7"})
  void sweep_speaksOfTheProduct_inAFolderOfItsOwn(String profile) throws Exception {
    new Session(folder)
        .run(Engine.real(), "sweep --profile " + profile + " " + SCENARIOS)
        .exits(ExitCode.OK)
        .prints("profile " + profile + ": ");
    String table = Files.readString(folder.resolve("reports/out/" + profile + "/sweep.csv"));
    assertTrue(table.contains("client-id") == profile.equals("keycloak-26.8"), table);
    assertFalse(table.contains("macaroon"), table);
  }

  /** Keycloak names nobody in `act`. */
  @Test
  void export_takesTheAgentFromTheClaimThatTheProductHas() throws Exception {
    for (String strategy : List.of("client-id", "token-exchange")) {
      new Session(folder)
          .run(
              Engine.real(),
              "export --to casbin --profile keycloak-26.7 --strategy "
                  + strategy
                  + " "
                  + SCENARIOS.resolve("hr-rollout.yaml"))
          .exits(ExitCode.OK);
      String mapping = Files.readString(folder.resolve("export/casbin/resource-mapping.json"));
      assertTrue(mapping.contains("`azp` of the access token"), mapping);
      assertFalse(mapping.contains("act.sub"), mapping);
    }
  }

  /** An agent that leaves out its actor token passes for the user, so nothing is written. */
  @Test
  void export_refusesWhatTheProductLetsAgentsEvade() {
    new Session(folder)
        .run(
            Engine.real(),
            "export --to casbin --profile spring-7 --strategy token-exchange "
                + SCENARIOS.resolve("hr-rollout.yaml"))
        .exits(ExitCode.EXPECTATION_FAILED)
        .complains("token-exchange can't enforce it");
  }

  @ParameterizedTest
  @CsvSource({"why, one.yaml x", "sweep, one.yaml", "export, one.yaml --to cedar"})
  void unknownProfile_isNamedByEveryCommand(String command, String rest) {
    new Session(folder)
        .run(Engine.real(), command + " --profile keycloak " + rest)
        .exits(ExitCode.INVALID_INPUT)
        .complains("no profile `keycloak`")
        .complains("there are spring-7, spring-7-checked, keycloak-26.7, ");
  }

  /** Whoever copies the command gets the same result. */
  @Test
  void page_saysHowToMakeItAgain() throws Exception {
    run("auth0", "hr-rollout");
    String page = Files.readString(folder.resolve("reports/out/auth0/hr-rollout.html"));
    assertTrue(page.contains(" --profile auth0<"), page);
  }

  private SimulationResult run(String profile, String scenario) throws Exception {
    new Session(folder)
        .run(
            Engine.real(),
            "--quiet --profile " + profile + " " + SCENARIOS.resolve(scenario + ".yaml"))
        .exits(ExitCode.OK);
    return ResultJson.read(
            Files.readAllBytes(folder.resolve("reports/out/" + profile + "/" + scenario + ".json")))
        .result();
  }
}
