package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** To a sentence that can't be read, the message says how to write what was probably meant. */
final class MeantSentencesTest {
  private static final String ONLY =
      "; `only` stands before `via`, as in `alice MAY use document only via assistant`";
  private static final String IN_PATH = "; agents are named in the path: `anyone MAY … via ";
  private static final String COMMAS = "; names are separated by commas";
  private static final String NO_ORDER =
      "; values have no order: list them under `context`, as in `amount: [small, large]`, and"
          + " write `amount is large`";
  private static final String NO_PATTERNS =
      "; names have no patterns: list them, or declare a group";
  private static final String PATH_LAST = "; the path comes after the resources";
  private static final String ONE_PATH = "; a sentence has one path; write two sentences";

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("only alice MAY use doc", "5", "only", ONLY),
        mistake("alice only MAY use doc", "11", "only", ONLY),
        mistake("alice MAY only use doc", "15", "only", ONLY),
        mistake("alice MAY use only doc", "19", "only", ONLY),
        mistake("alice MAY use doc via only bar", "27", "only", ONLY),
        mistake("alice MAY use doc via bar only", "31", "only", ONLY),
        mistake(
            "alice MAY use doc only directly",
            "28",
            "directly",
            "; write `directly`, and `MAY NOT … via any agent` beside it"),
        mistake("alice MAY use doc only by bar", "28", "by", "; write `via`"),
        mistake(
            "alice MAY NOT use doc only via bar",
            "27",
            "`only via` follows MAY; after MAY NOT write `except via`"),
        mistake(
            "alice MAY use doc except via bar",
            "23",
            "`except via` follows MAY NOT; write the MAY without it, and `MAY NOT … via` beside it"),
        mistake("bar MAY use doc", "5", "`bar` is an agent", IN_PATH + "bar`"),
        mistake("alice, bots MAY use doc", "12", "`bots` is a group of agents", IN_PATH + "bots`"),
        mistake(
            "owner MAY use doc",
            "5",
            "there is no `owner`",
            "; declare it: `relations: {owner: {doc: alice}}`"),
        mistake(
            "anyone MAY use doc via assistant",
            "28",
            "there is no `assistant`",
            "; declare it: `relations: {assistant: {alice: bar}}`"),
        mistake("alice MAY use doc when amount > 100", "35", ">", NO_ORDER),
        mistake("alice MAY use doc when amount exceeds 100", "35", "exceeds", NO_ORDER),
        mistake("alice MAY use doc when risk>low is high", "28", "no `risk>low`", NO_ORDER),
        mistake("alice MAY use doc when risk is >low", "36", "`>low` is no value", NO_ORDER),
        mistake("alice MAY use doc when risk = low", "33", "=", "; write `is`"),
        mistake("alice MAY use doc when risk in low", "33", "in", "; write `is` and the values"),
        mistake(
            "alice MAY use doc when risk != low", "33", "!=", "; write `is` and the other values"),
        mistake("'* MAY use doc'", "6", "there is no `*`", "; write `anyone`"),
        mistake("everyone MAY use doc", "5", "there is no `everyone`", "; write `anyone`"),
        mistake("alice MAY use *", "19", "there is no `*`", "; write `anything`"),
        mistake("alice MAY use everything", "19", "there is no `everything`", "; write `anything`"),
        mistake("alice MAY * doc", "15", "the action `*`", "; write `use` for every action"),
        mistake("alice MAY use doc via *", "27", "there is no `*`", "; write `any agent`"),
        mistake("alice MAY use doc*", "19", "there is no `doc*`", NO_PATTERNS),
        mistake("alice MAY use doc through bar", "23", "through", "; write `via`"),
        mistake("alice MAY use doc with bar", "23", "with", "; write `via`"),
        mistake("alice MAY use doc on behalf", "23", "on", "; write `via` and the agent"),
        mistake("alice MAY use doc without bar", "23", "without", "; write `directly`"),
        mistake("alice MAY use doc if mode is live", "23", "if", "; write `when`"),
        mistake(
            "alice MAY use doc not via bar",
            "23",
            "not",
            "; write `MAY NOT … via`, or `MAY NOT … except via` for every other path"),
        mistake("alice may use doc", "11", "may", "; MAY and NOT are upper case"),
        mistake("alice CAN use doc", "11", "CAN", "; write `MAY`"),
        mistake("alice MUST NOT use doc", "11", "MUST", "; write `MAY NOT`"),
        mistake("alice cannot use doc", "11", "cannot", "; write `MAY NOT`"),
        mistake(
            "alice MUST use doc via bar",
            "11",
            "MUST",
            "; write `MAY`, or `MAY … only via` for a path that has to be taken"),
        mistake("alice is allowed to use doc", "11", "is", "; write `MAY`"),
        mistake("alice and bob MAY use doc", "11", "and", COMMAS),
        mistake("alice MAY use doc and web", "23", "and", COMMAS),
        mistake("alice MAY use doc via bar or baz", "31", "or", COMMAS),
        mistake("alice MAY use doc when mode is live or batch", "41", "or", COMMAS),
        mistake("alice via bar MAY use doc", "11", "via", PATH_LAST),
        mistake("alice MAY use doc directly via bar", "32", "via", ONE_PATH),
        mistake("alice MAY use doc via bar directly", "31", "directly", ONE_PATH),
        mistake("alice MAY use doc via bar -> baz", "31", "->", "; write `then`"),
        mistake(
            "alice MAY use doc via bots except baz",
            "32",
            "except",
            "; write `any agent except` and those left out"),
        mistake(
            "alice MAY doc via bar",
            "19",
            "via",
            "; an action comes before the resource: `MAY use doc`"),
        mistake(
            "alice MAY doc",
            "15",
            "the sentence ends after `doc`",
            "; an action comes before the resource: `MAY use doc`"));
  }

  /** A sentence, the column of the mistake, what the message says of it, and how it ends. */
  private static Arguments mistake(String sentence, String column, String found, String meant) {
    String start = found.contains("`") ? found : "found `" + found + "`, expected ";
    return arguments(sentence, "10:" + column + ": ", start, meant);
  }

  private static Arguments mistake(String sentence, String column, String message) {
    return arguments(sentence, "10:" + column + ": ", message, message);
  }

  @ParameterizedTest
  @MethodSource
  void mistakes(String sentence, String place, String start, String meant) {
    List<String> problems = Reading.problems(Reading.withPolicy(sentence));
    assertEquals(1, problems.size(), problems::toString);
    String problem = problems.get(0);
    assertTrue(problem.startsWith(place), problem);
    assertTrue(problem.contains(start), problem);
    assertTrue(problem.endsWith(meant), problem);
  }
}
