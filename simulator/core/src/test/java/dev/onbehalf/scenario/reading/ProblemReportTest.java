package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.Position;
import dev.onbehalf.scenario.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All problems of a file come in one run, in file order, with the word marked. */
final class ProblemReportTest {
  @Test
  void sixMistakes_areAllReportedInFileOrder() {
    String text =
        """
        scenario: broken
        users: [tom, sarah]
        resource:
          salesforce: [read, write]
        agents: [marketing-agent, tom]
        policies:
          - tom MAY raed salesforce
          - tom MAY read salesforce via marketting-agent
          - sarah may read salesforce
          - marketing-agent MAY read salesforce
        """;
    assertEquals(
        List.of(
            "3:1: unknown key `resource`; did you mean `resources`?",
            "5:27: `tom` is declared already on line 2",
            "7:13: no resource named here has the action `raed`; expected `read` or `write`;"
                + " did you mean `read`?",
            "8:33: there is no `marketting-agent`; expected an agent or a group of agents;"
                + " did you mean `marketing-agent`?",
            "9:11: found `may`, expected `MAY` or `MAY NOT`; MAY and NOT are upper case",
            "10:5: `marketing-agent` is an agent; expected a user or a group of users;"
                + " agents are named in the path: `anyone MAY … via marketing-agent`"),
        Reading.problems(text));
  }

  @Test
  void carets_standUnderTheWholeWord() {
    assertEquals("  - alice MAY use dco\n                  ^^^", excerpt("alice MAY use dco"));
    assertEquals(
        "  - \"alice MAY use dco\"\n                   ^^^", excerpt("\"alice MAY use dco\""));
  }

  @Test
  void tabInTheLine_isShownAsOneSpace() {
    assertEquals("  - alice MAY use dco\n                  ^^^", excerpt("alice\tMAY\tuse dco"));
  }

  @Test
  void controlCharacter_isShownAsAnEscape() {
    assertEquals(
        "users: [x\\u001b[2J]\n         ^^^^^^",
        Reading.refusal("users: [x\u001b[2J]\n").problems().get(0).excerpt());
  }

  @Test
  void longLine_isCutToAWindowAroundTheWord() {
    String excerpt = excerpt("alice MAY use " + "doc, ".repeat(100) + "dco" + ", doc".repeat(100));
    List<String> lines = excerpt.lines().toList();
    assertEquals(100, lines.get(0).length());
    int caret = lines.get(1).indexOf('^');
    assertEquals("dco", lines.get(0).substring(caret, caret + 3));
    assertEquals(" ".repeat(caret) + "^^^", lines.get(1));
  }

  @Test
  void problemsBeyondOneHundred_areCounted() {
    String text = Reading.with("policies", "policies:\n" + "  - carol MAY use doc\n".repeat(150));
    List<Problem> problems = Reading.refusal(text).problems();
    assertEquals(101, problems.size());
    assertEquals("50 more problems are not shown", problems.get(100).message());
    assertEquals(new Position(10, 5), problems.get(0).position());
  }

  @Test
  void firstHundredInTheFile_areShownWhateverWasFoundFirst() {
    String text =
        "policies:\n"
            + "  - carol MAY use doc\n".repeat(150)
            + "scenario: s\nusers: [via]\n"
            + "resources: [doc]\n";
    assertEquals(new Position(2, 5), Reading.refusal(text).problems().get(0).position());
  }

  @Test
  void misspeltKey_causesNoFurtherProblems() {
    assertEquals(1, Reading.problems(Reading.with("users", "usrs: [alice, bob]")).size());
    assertEquals(1, Reading.problems(Reading.with("agents", "agent: [bar, baz]")).size());
  }

  @Test
  void unreadableSection_causesNoFurtherProblems() {
    assertEquals(1, Reading.problems(Reading.with("users", "users: alice")).size());
    assertEquals(1, Reading.problems(Reading.with("context", "context: mode")).size());
    assertEquals(1, Reading.problems(Reading.with("resources", "about: x")).size());
  }

  @Test
  void message_isOneLineWithoutATrailingPeriod() {
    String text = Reading.with("users", "users: [\"a\\nb\"]");
    String message = Reading.refusal(text).problems().get(0).message();
    assertTrue(message.contains("`a\\u000ab`"), message);
  }

  private static String excerpt(String sentence) {
    return Reading.refusal(Reading.withPolicy(sentence)).problems().get(0).excerpt();
  }
}
