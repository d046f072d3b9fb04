package dev.onbehalf.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Machinery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario says and what comes out become tests that pass, or fail with the reason. */
final class ScenariosTest {
  private static final Path MARKETING = Path.of("../../scenarios/marketing.yaml");

  private static final String SCENARIO =
      """
      scenario: pilot
      users: [dana, omar]
      agents: [assistant]
      resources: [records]
      policies:
        - dana MAY use records via assistant
        - omar MAY NOT use records via assistant
      expect:
        recommended: service-account
        enforced: {token-exchange: 2}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void scenario_hasATestForEachExpectationAndPolicy() {
    List<String> names = Scenarios.in(MARKETING).map(DynamicTest::getDisplayName).toList();
    assertTrue(
        names.contains("marketing expects recommended: credential-inheritance"), names::toString);
    assertEquals(4, names.stream().filter(name -> name.matches("marketing p\\d: .*")).count());
  }

  @Test
  void testsOfAScenarioThatHolds_pass() {
    assertEquals(List.of(), failures(Scenarios.in(MARKETING)));
  }

  @Test
  void expectation_unmet_failsAtItsLine() throws IOException {
    Path file = write("pilot.yaml", SCENARIO);
    List<String> failures = failures(Scenarios.in(file));
    assertEquals(1, failures.size(), failures::toString);
    assertTrue(
        failures.get(0).startsWith(file + ":9: recommended: expected service-account, but found "),
        failures::toString);
  }

  /** An account of the agent can't tell dana from omar: neither policy can be enforced. */
  @Test
  void policy_thatTheDeployedStrategyCannotEnforce_failsWithTheProof() throws IOException {
    Path file = write("pilot.yaml", SCENARIO.replaceAll("(?s)expect:.*", ""));
    List<String> failures = failures(Scenarios.in(file, "service-account"));
    assertEquals(2, failures.size(), failures::toString);
    assertTrue(failures.get(0).startsWith(file + ":6: p1 (dana MAY use"), failures::toString);
    failures.forEach(
        failure -> {
          assertTrue(failure.contains("under service-account can't be enforced: "), failure);
          assertTrue(failure.contains("omar"), failure);
        });
    assertEquals(List.of(), failures(Scenarios.in(file, "token-exchange")));
  }

  /** Without machinery a call via the assistant looks like one of its user in person. */
  @Test
  void policy_thatOnlyRuledOutStrategiesEnforce_fails() throws IOException {
    String scenario =
        SCENARIO.replaceAll("(?s)expect:.*", "")
            + "cannot: [%s]\n".formatted(String.join(", ", Machinery.words()));
    List<String> failures = failures(Scenarios.in(write("pilot.yaml", scenario)));
    assertEquals(1, failures.size(), failures::toString);
    assertTrue(failures.get(0).contains("p1 (dana MAY use records via assistant): under "));
  }

  /** The log of a resource names who calls: the agent's own account, or user and agent by `act`. */
  @Test
  void requirement_thatTheDeployedStrategyFails_failsWithTheFigure() throws IOException {
    String scenario = SCENARIO.replaceAll("(?s)expect:.*", "") + "require: {attribution: both}\n";
    Path file = write("pilot.yaml", scenario);
    List<String> failures = failures(Scenarios.in(file, "service-account"));
    assertEquals(3, failures.size(), failures::toString);
    assertTrue(
        failures.get(2).contains("attribution: under service-account the logs name"),
        failures::toString);
    assertEquals(List.of(), failures(Scenarios.in(file, "token-exchange")));
    assertEquals(List.of(), failures(Scenarios.in(file)));
  }

  @Test
  void scenario_thatCannotBeRead_isOneFailureWithAllProblems() throws IOException {
    Path file =
        write(
            "pilot.yaml",
            SCENARIO.replace("omar MAY NOT", "oma MAY NOT").replace("dana MAY", "dan MAY"));
    List<String> failures = failures(Scenarios.in(file));
    assertEquals(1, failures.size());
    assertTrue(failures.get(0).contains(file + ":6:"), failures::toString);
    assertTrue(failures.get(0).contains(file + ":7:"), failures::toString);
  }

  @Test
  void file_thatIsNotThere_isAFailureThatNamesIt() {
    List<String> failures = failures(Scenarios.in(folder.resolve("missing.yaml")));
    assertEquals(1, failures.size());
    assertTrue(failures.get(0).contains("missing.yaml"), failures::toString);
  }

  @Test
  void folder_hasTheTestsOfAllScenariosBelow() throws IOException {
    Files.createDirectories(folder.resolve("below"));
    write("one.onbehalf.yaml", SCENARIO.replace("scenario: pilot", "scenario: one"));
    write("below/two.yml", SCENARIO.replace("scenario: pilot", "scenario: two"));
    write("notes.txt", "no scenario");
    assertEquals(
        List.of("two", "one"),
        Scenarios.in(folder)
            .map(test -> test.getDisplayName().split(" ", 2)[0])
            .distinct()
            .toList());
  }

  @Test
  void folder_withoutScenarios_isRefused() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Scenarios.in(folder));
    assertTrue(String.valueOf(refusal.getMessage()).contains(folder.toString()));
  }

  @Test
  void strategy_thatDoesNotExist_isRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> Scenarios.in(MARKETING, "service-acount").toList());
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("did you mean `service-account`?"),
        refusal::getMessage);
  }

  @Test
  void test_knowsItsLine() {
    List<String> sources =
        Scenarios.in(MARKETING)
            .flatMap(test -> test.getTestSourceUri().stream())
            .map(String::valueOf)
            .toList();
    assertTrue(sources.get(0).matches("file:.*/marketing.yaml\\?line=\\d+"), sources::toString);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> failures(Stream<DynamicTest> tests) {
    List<String> failures = new ArrayList<>();
    tests.forEach(test -> failure(test).ifPresent(failures::add));
    return failures;
  }

  private static Optional<String> failure(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return Optional.empty();
    } catch (Throwable failure) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
  }
}
