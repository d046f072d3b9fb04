package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A sentence that breaks the grammar or names the unknown says where and what would be right. */
final class RefusedSentencesTest {
  private static final String USER = "expected a user or a group of users";
  private static final String ANYONE = "expected `anyone`, `nobody`, a user or a group of users";
  private static final String RESOURCE = "expected a resource or a group of resources";
  private static final String ANYTHING = "expected `anything`, a resource or a group of resources";
  private static final String MAY = "expected `MAY` or `MAY NOT`";
  private static final String UPPER = "; MAY and NOT are upper case";
  private static final String NO_EXCEPTION =
      "`nobody` is no exception, since `anyone` and groups don't include it; " + USER;
  private static final String NEVER_THERE =
      "an agent that works for `nobody` can't call `directly`;"
          + " expected `via` and the agent, or users without `nobody`";
  private static final String IN_PATH = "; agents are named in the path: `anyone MAY … via bar`";
  private static final String HOP = "expected `any agent`, an agent or a group of agents";

  static Stream<Arguments> grammar() {
    return Stream.of(
        arguments("alice may use doc", "11: found `may`, " + MAY + UPPER),
        arguments("alice May not use doc", "11: found `May`, " + MAY + UPPER),
        arguments("alice MAY not use doc", "15: found `not`, expected `NOT` or an action" + UPPER),
        arguments("alice can use doc", "11: found `can`, " + MAY + "; write `MAY`"),
        arguments("alice must not use doc", "11: found `must`, " + MAY + "; write `MAY NOT`"),
        arguments("alice MYA use doc", "11: found `MYA`, " + MAY + "; did you mean `MAY`?"),
        arguments(
            "alice excpt bob MAY use doc",
            "11: found `excpt`, " + MAY + "; did you mean `except`?"),
        arguments(
            "alice bob MAY use doc", "11: found `bob`, " + MAY + "; names are separated by commas"),
        arguments("alice", "5: the sentence ends after `alice`, " + MAY),
        arguments("alice, MAY use doc", "12: found `MAY`, " + ANYONE),
        arguments("MAY use doc", "5: found `MAY`, " + ANYONE),
        arguments("alice except MAY use doc", "18: found `MAY`, " + ANYONE),
        arguments("alice MAY", "11: the sentence ends after `MAY`, expected `use` or an action"),
        arguments("alice MAY use", "15: the sentence ends after `use`, " + ANYTHING),
        arguments("alice MAY use anyone", "19: found `anyone`, " + ANYTHING),
        arguments("alice MAY use nobody", "19: found `nobody`, " + ANYTHING),
        arguments("alice MAY use doc via nobody", "27: found `nobody`, " + HOP),
        arguments("anyone, nobody MAY use doc", "11: found `,`, " + MAY),
        arguments("anyone except nobody MAY use doc", "19: " + NO_EXCEPTION),
        arguments("team except bob, nobody MAY use doc", "22: " + NO_EXCEPTION),
        arguments("nobody MAY use doc directly", "24: " + NEVER_THERE),
        arguments("nobody, alice MAY NOT use doc directly", "35: " + NEVER_THERE),
        arguments(
            "alice MAY use, read doc",
            "15: `use` means every action; name it alone, or the actions without it"),
        arguments(
            "alice MAY read, access doc",
            "21: `access` means every action; name it alone, or the actions without it"),
        arguments(
            "alice MAY use doc vai bar",
            "23: found `vai`, expected `directly`, `via`, `when` or the end; did you mean `via`?"),
        arguments(
            "alice MAY use doc web",
            "23: found `web`, expected `directly`, `via`, `when` or the end; names are separated by commas"),
        arguments("alice MAY use doc via", "23: the sentence ends after `via`, " + HOP),
        arguments(
            "alice MAY use doc via any",
            "27: the sentence ends after `any`, expected `agent` after `any`"),
        arguments(
            "alice MAY use doc via any agnt",
            "31: found `agnt`, expected `agent` after `any`; did you mean `agent`?"),
        arguments(
            "alice MAY use doc via bar than baz",
            "31: found `than`, expected `then`, `when` or the end; did you mean `then`?"),
        arguments("alice MAY use doc via bar then", "31: the sentence ends after `then`, " + HOP),
        arguments(
            "alice MAY use doc directly bar",
            "32: found `bar`, expected `when` or the end; names are separated by commas"),
        arguments(
            "alice MAY use doc when",
            "23: the sentence ends after `when`, expected a context attribute"),
        arguments("alice MAY use doc when mode batch", "33: found `batch`, expected `is`"),
        arguments(
            "alice MAY use doc when mode si batch",
            "33: found `si`, expected `is`; did you mean `is`?"),
        arguments(
            "alice MAY use doc when mode is",
            "33: the sentence ends after `is`, expected a value of `mode`"),
        arguments(
            "alice MAY use doc when mode is batch adn risk is low",
            "42: found `adn`, expected `,`, `and` or the end; did you mean `and`?"));
  }

  static Stream<Arguments> meaning() {
    return Stream.of(
        arguments(
            "alcie MAY use doc", "5: there is no `alcie`; " + USER + "; did you mean `alice`?"),
        arguments(
            "Alice MAY use doc", "5: there is no `Alice`; " + USER + "; did you mean `alice`?"),
        arguments("bar MAY use doc", "5: `bar` is an agent; " + USER + IN_PATH),
        arguments("files MAY use doc", "5: `files` is a group of resources; " + USER),
        arguments("team except bar MAY use doc", "17: `bar` is an agent; " + USER + IN_PATH),
        arguments(
            "alice MAY use dco", "19: there is no `dco`; " + RESOURCE + "; did you mean `doc`?"),
        arguments("alice MAY use alice", "19: `alice` is a user; " + RESOURCE),
        arguments(
            "alice MAY raed doc",
            "15: no resource named here has the action `raed`; expected `read` or `write`; did you mean `read`?"),
        arguments(
            "alice MAY write web",
            "15: no resource named here has the action `write`; expected `use`"),
        arguments(
            "alice MAY read, wipe doc, web",
            "21: no resource named here has the action `wipe`; expected `read` or `write` or `use`; did you mean `write`?"),
        arguments(
            "alice MAY use doc via baar",
            "27: there is no `baar`; expected an agent or a group of agents; did you mean `bar`?"),
        arguments(
            "alice MAY use doc via bob",
            "27: `bob` is a user; expected an agent or a group of agents"),
        arguments(
            "alice MAY use doc when mdoe is batch",
            "28: there is no `mdoe`; expected a context attribute; did you mean `mode`?"),
        arguments(
            "alice MAY use doc when mode is bacth",
            "36: `bacth` is no value of `mode`; expected `batch` or `live`; did you mean `batch`?"),
        arguments(
            "alice MAY use doc when mode is batch and mode is live",
            "46: `mode` has a condition already; list its values after one `is`"),
        arguments(
            "alice MAY use doc.", "19: there is no `doc.`; " + RESOURCE + "; did you mean `doc`?"));
  }

  @ParameterizedTest
  @MethodSource({"grammar", "meaning"})
  void brokenSentence_isReportedAtTheWord(String sentence, String expected) {
    assertEquals(
        List.of("10:" + expected), Reading.problems(Reading.withPolicy(sentence)), sentence);
  }

  @ParameterizedTest
  @MethodSource("quotings")
  void wordInAnyQuoting_hasItsPlace(String scalar, int line, int column) {
    assertEquals(
        List.of(line + ":" + column + ": there is no `dco`; " + RESOURCE + "; did you mean `doc`?"),
        Reading.problems(Reading.withPolicy(scalar)));
  }

  static Stream<Arguments> quotings() {
    return Stream.of(
        arguments("'alice MAY use dco'", 10, 20),
        arguments("\"alice MAY use dco\"", 10, 20),
        arguments("\"\\x61lice MAY use dco\"", 10, 23),
        arguments("\"alice\\x20MAY\\tuse dco\"", 10, 24),
        arguments("alice MAY\n    use dco", 11, 9),
        arguments("alice MAY\n\n\n      use\n     dco", 14, 6),
        arguments(">- # dco\n    alice MAY\n    use dco", 12, 9),
        arguments("|\n    alice MAY use\n    dco\n", 12, 5),
        arguments("\"alice \\\n    MAY use dco\"", 11, 13),
        arguments("{say: 'alice MAY use dco', id: x}", 10, 26),
        arguments("alice\tMAY use\tdco", 10, 19));
  }

  @ParameterizedTest
  @MethodSource("severalMistakes")
  void everyMistake_isReported(String sentence, List<String> expected) {
    assertEquals(expected, Reading.problems(Reading.withPolicy(sentence)));
  }

  static Stream<Arguments> severalMistakes() {
    return Stream.of(
        arguments(
            "alice MAY use,",
            List.of(
                "10:15: `use` means every action; name it alone, or the actions without it",
                "10:18: the sentence ends after `,`, " + ANYTHING)),
        arguments(
            "alcie, bbo may use doc vai bar",
            List.of(
                "10:5: there is no `alcie`; " + USER + "; did you mean `alice`?",
                "10:12: there is no `bbo`; " + USER + "; did you mean `bob`?",
                "10:16: found `may`, " + MAY + UPPER,
                "10:28: found `vai`, expected `directly`, `via`, `when` or the end;"
                    + " did you mean `via`?")));
  }
}
