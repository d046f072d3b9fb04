package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who changes a scenario is told which calls it newly permits, and what becomes of the verdict. */
final class DiffCommandTest {
  private static final String OLD =
      """
      scenario: hr
      users: [dana, omar, wei]
      agents: [bot]
      resources: {records: [read, modify]}
      policies:
        - anyone MAY use records directly
        - dana MAY modify records via bot
        - omar, wei MAY NOT modify records via bot
      expect: {on-behalf-of: not-required}
      """;

  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void old() {
    session = new Session(folder).file("old.yaml", OLD).file("bad.yaml", "scenario: x\n");
  }

  private Session diff(String now) {
    session.file("new.yaml", now).run(Engine.real(), "diff old.yaml new.yaml");
    session.exits(ExitCode.OK).complainsOfNothing();
    session.out().lines().forEach(line -> assertFalse(line.length() > 100, line));
    return session;
  }

  @Test
  void sameScenario_changesNothing() {
    diff(OLD);
    assertEquals("hr: 0 calls newly permitted, 0 no longer, 0 otherwise changed\n", session.out());
    assertEquals(List.of(), session.filesIn("reports"));
  }

  @Test
  void copyOfAFile_goesByItsName() {
    session.file("new.yaml", OLD.replace("dana MAY modify", "dana MAY NOT modify"));
    session.run(Engine.real(), "diff --old-name here old.yaml new.yaml").exits(ExitCode.OK);
    session.prints("permitted by here:7: dana MAY modify records via bot\n");
  }

  @Test
  void callForNobodyThatIsNewlyPermitted_isCounted() {
    diff(OLD.replace("bot\nexpect", "bot\n  - nobody MAY read records via bot\nexpect"));
    assertTrue(
        session.out().startsWith("hr: 1 call newly permitted, 0 no longer, 0 otherwise changed\n"),
        session.out());
    assertTrue(session.out().contains("nobody read records via bot"), session.out());
  }

  @Test
  void permission_isToldBeforeWhatIsNoLongerPermitted() {
    diff(
        OLD.replace("dana MAY modify", "dana MAY read")
            .replace("omar, wei MAY NOT", "dana MAY NOT")
            .replace("bot\nexpect", "bot\n  - omar, wei MAY use records via bot\nexpect"));
    String expected =
        """
        hr: 5 calls newly permitted, 1 no longer, 0 otherwise changed

        Newly permitted
          1 call: dana read records via bot
            was denied by default
            is  permitted by new.yaml:7: dana MAY read records via bot
          2 calls, such as omar read records via bot
            was denied by default
            is  permitted by new.yaml:9: omar, wei MAY use records via bot
          2 calls, such as omar modify records via bot
            was denied by old.yaml:8: omar, wei MAY NOT modify records via bot
            is  permitted by new.yaml:9: omar, wei MAY use records via bot

        No longer permitted
          1 call: dana modify records via bot
            was permitted by old.yaml:7: dana MAY modify records via bot
            is  denied by new.yaml:8: dana MAY NOT modify records via bot

        Policies
          - old.yaml:7: dana MAY modify records via bot
          - old.yaml:8: omar, wei MAY NOT modify records via bot
          + new.yaml:7: dana MAY read records via bot
          + new.yaml:8: dana MAY NOT modify records via bot
          + new.yaml:9: omar, wei MAY use records via bot
        """;
    assertEquals(expected, session.out().substring(0, expected.length()));
  }

  @Test
  void agentThatIsNew_bringsCallsThatAreNewlyPermitted() {
    diff(
        OLD.replace("[bot]", "[bot, sub]")
            .replace("omar, wei MAY NOT modify records via bot", "wei MAY read records via sub"));
    session.prints("1 call: wei read records via sub\n    was no call of the scenario\n");
  }

  @Test
  void defaultThatIsLeftOpen_isAnotherChange() {
    diff(OLD.replace("policies:", "default: unspecified\npolicies:"));
    session.prints("0 calls newly permitted, 0 no longer, 3 otherwise changed");
    session.prints(
        "3 calls, such as dana read records via bot\n    was denied by default\n    is  left open\n");
  }

  @Test
  void attributeOfOneVersion_isNothingToTheOther() {
    diff(
        OLD.replace("policies:", "context: {mode: [day, night]}\npolicies:")
            .replace(
                "dana MAY modify records via bot",
                "dana MAY modify records via bot when mode is day"));
    session
        .prints("1 no longer")
        .prints("1 call: dana modify records via bot when mode is night\n");
  }

  @Test
  void verdictAndExpectations_areToldWhereTheyDiffer() {
    diff(
        OLD.replace("agents: [bot]", "agents: [bot, sub]")
            .replace(
                "omar, wei MAY NOT modify records via bot", "omar MAY modify records via sub"));
    session.prints("\nVerdict\n").prints("  needs of modify records: gated → joint\n");
    session.prints("  on-behalf-of: not required → required\n");
    session.prints(
        "\nExpectations\n  on-behalf-of: not-required → not-required, but found required\n");
  }

  @Test
  void whatOneVersionDoesWithout_isNoNeed() {
    diff(OLD.replace("[read, modify]", "[read, modify, list]").replaceFirst("(?s)expect.*", ""));
    session.prints("  needs of list records: no such action → path\n");
    session.prints("  on-behalf-of: not-required → not expected\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "diff                    | Missing required parameters",
        "diff old.yaml           | Missing required parameter: 'NEW'",
        "diff old.yaml no.yaml   | no.yaml: no such file",
        "diff bad.yaml old.yaml  | bad.yaml:1:1: the key `users` is missing",
        "diff no.yaml bad.yaml   | no.yaml: no such file",
        "diff no.yaml bad.yaml   | bad.yaml:1:1: the key `users` is missing",
        "diff old.yaml old.yaml old.yaml | Unmatched argument",
      })
  void mistakeOfTheUser_exitsWith2(String command, String text) {
    session.run(Engine.real(), command).exits(ExitCode.INVALID_INPUT).complains(text);
    assertEquals("", session.out());
  }
}
