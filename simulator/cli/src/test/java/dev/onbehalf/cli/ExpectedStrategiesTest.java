package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario can expect something of the strategies there are, and of no others. */
final class ExpectedStrategiesTest {
  private static final String SCENARIO =
      """
      scenario: small
      users: [ann]
      resources: [disk]
      policies: [ann MAY use disk]
      """;

  @TempDir private Path folder = Path.of("");

  private Session run(String command, String scenario) {
    Engine fake = Fakes.agreeable();
    Engine engine =
        new Engine(ScenarioReader::read, fake.simulation(), fake.measuring(), fake.plugIns());
    return new Session(folder).file("small.yaml", scenario).run(engine, command + " small.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "validate"})
  void everyProblemOfAFile_isToldInOneRun_inTheOrderOfTheFile(String command) {
    String scenario =
        """
        scenario: small
        users: [ann]
        resources: [disk]
        expect:
          recommended: token-exchagne
          enforced: {token-exchange: 2, service-acount: 0}
        policies: [bob MAY use disk]
        """;
    Session session = run(command, scenario).exits(ExitCode.INVALID_INPUT);
    String expected =
        """
        small.yaml:5:16: no strategy is called `token-exchagne`; did you mean `token-exchange`? \
        (there are: token-exchange, service-account)
          recommended: token-exchagne
                       ^^^^^^^^^^^^^^
        small.yaml:6:30: expected a number from 0 to 1, found `2`
          enforced: {token-exchange: 2, service-acount: 0}
                                     ^
        small.yaml:6:33: no strategy is called `service-acount`; did you mean `service-account`? \
        (there are: token-exchange, service-account)
          enforced: {token-exchange: 2, service-acount: 0}
                                        ^^^^^^^^^^^^^^
        small.yaml:7:12: \
        """;
    assertEquals(expected, session.err().substring(0, expected.length()));
    session.complains("`bob`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{recommended: non}                 | did you mean `none`?",
        "{enforced: {none: 0}}              | no strategy is called `none` (there are",
        "{recommended: a b}                 | `a b` is not a name",
        "{recommended: MAY}                 | `MAY` is a word of the policy sentences",
        "{enforced: {a b: 0}}               | is not a name",
      })
  void nameOfNoStrategy_isRefusedOnce(String expectation, String text) {
    Session session = run("validate", SCENARIO + "expect: " + expectation + "\n");
    session.exits(ExitCode.INVALID_INPUT).complains(text);
    assertEquals(3, session.err().lines().count(), session.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "have: [gatway]                       | :8: no machinery is called `gatway`; did you mean `gateway`? (there are: agent-clients, token-exchange,",
        "have: [pass-user-tokens]             | :8: no machinery is called `pass-user-tokens` (there are: agent-clients,",
        "cannot: [pass-user-token]            | :10: no machinery or habit is called `pass-user-token`; did you mean `pass-user-tokens`?",
        "cannot: [broker, passwords]          | front-door, pass-user-tokens, store-user-secrets)",
        "cannot: [broker, broker]             | :18: `broker` is listed in `cannot` already",
        "have: [broker]\\ncannot: [broker]     | :10: `broker` is listed in `have` already",
        "have: gateway                        | :7: `have`: expected a list, such as `[gateway]`, found a text",
        "cannot:                              | :1: `cannot`: expected a list, such as `[gateway]`, found nothing",
      })
  void circumstance_thatIsNone_isRefusedAtItsPlace(String lines, String text) {
    Session session = run("validate", SCENARIO + lines.replace("\\n", "\n") + "\n");
    session.exits(ExitCode.INVALID_INPUT).complains(text);
    assertEquals(3, session.err().lines().count(), session.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{recommended: none}",
        "{recommended: token-exchange, enforced: {service-account: 1, token-exchange: 0}}",
      })
  void strategyThatThereIs_isAccepted(String expectation) {
    Session session = run("", SCENARIO + "expect: " + expectation + "\n");
    session.exits(ExitCode.OK).complainsOfNothing();
  }
}
