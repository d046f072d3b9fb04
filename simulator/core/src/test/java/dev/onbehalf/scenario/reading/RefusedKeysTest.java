package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys and their values are the known ones, or reported with what would be right. */
final class RefusedKeysTest {
  private static final String KEYWORD = " is a word of the policy sentences and can't be a name";
  private static final String SENTENCE =
      "`policies`: expected a sentence, such as `alice MAY use document`, found ";

  static Stream<Arguments> keys() {
    return Stream.of(
        arguments("scenario", "about: x", "1:1: the key `scenario` is missing"),
        arguments("users", "about: x", "1:1: the key `users` is missing"),
        arguments(
            "policies",
            "about: x",
            "1:1: the key `policies` is missing|10:55: expected a number from 0 to 0, found `1`"),
        arguments(
            "users", "usres: [alice, bob]", "2:1: unknown key `usres`; did you mean `users`?"),
        arguments(
            "users", "USERS: [alice, bob]", "2:1: unknown key `USERS`; did you mean `users`?"),
        arguments(
            "default",
            "nonsense: deny",
            "8:1: unknown key `nonsense`; expected one of `scenario`, `about`, `users`, `groups`, `agents`, `chains`, `resources`, `relations`, `context`, `default`, `have`, `runs-at`, `cannot`, `policies`, `workload`, `expect`"),
        arguments(
            "scenario",
            "scenario: Big",
            "1:11: `Big` can't name a scenario; expected at most 200 of `a-z`, `0-9` and `-`, not `-` first"),
        arguments(
            "scenario",
            "scenario: -a",
            "1:11: `-a` can't name a scenario; expected at most 200 of `a-z`, `0-9` and `-`, not `-` first"),
        arguments(
            "scenario",
            "scenario: " + "n".repeat(201),
            "1:11: `"
                + "n".repeat(80)
                + "…` can't name a scenario; expected at most 200 of `a-z`, `0-9` and `-`, not `-` first"),
        arguments("scenario", "scenario:", "1:1: `scenario`: expected a name, found nothing"),
        arguments("scenario", "scenario: [s]", "1:11: `scenario`: expected a name, found a list"),
        arguments(
            "scenario",
            "scenario: s\nabout: |\n  a\n  b",
            "3:3: `about` is one line; this has several"),
        arguments(
            "default",
            "default: dney",
            "8:10: `default` is `deny` or `unspecified`, not `dney`; did you mean `deny`?"),
        arguments(
            "default",
            "default: {}",
            "8:10: `default`: expected `deny` or `unspecified`, found a map"),
        arguments(
            "expect",
            "expect: [none]",
            "10:9: `expect`: expected a map, such as `{recommended: token-exchange}`, found a list"),
        arguments(
            "expect",
            "expect: {recomended: none}",
            "10:10: unknown key `recomended`; did you mean `recommended`?"),
        arguments(
            "expect",
            "expect: {enforced: {x: 2}}",
            "10:24: expected a number from 0 to 1, found `2`"),
        arguments(
            "expect",
            "expect: {enforced: {x: -1}}",
            "10:24: expected a number from 0 to 1, found `-1`"),
        arguments(
            "expect",
            "expect: {enforced: {x: 1.0}}",
            "10:24: expected a number from 0 to 1, found `1.0`"),
        arguments(
            "expect",
            "expect: {enforced: {x: 01}}",
            "10:24: expected a number from 0 to 1, found `01`"),
        arguments(
            "expect",
            "expect: {enforced: {x: 99999999999999999999}}",
            "10:24: expected a number from 0 to 1, found `99999999999999999999`"),
        arguments(
            "expect",
            "expect: {enforced-if-honest: {x: 2}}",
            "10:34: expected a number from 0 to 1, found `2`"),
        arguments(
            "expect",
            "expect: {enforced-if-honest: 2}",
            "10:30: `enforced-if-honest`: expected a map, such as `{token-exchange: 4}`, found a text"),
        arguments(
            "expect",
            "expect: {on-behalf-of: needed, enforced: {x: 2}}",
            "10:24: `on-behalf-of` is `required` or `not-required`, not `needed`|10:46: expected a number from 0 to 1, found `2`"),
        arguments(
            "expect",
            "expect: {on-behalf-of: not-requird}",
            "10:24: `on-behalf-of` is `required` or `not-required`, not `not-requird`; did you mean `not-required`?"),
        arguments(
            "expect",
            "expect: {on-behalf-of: [required]}",
            "10:24: `on-behalf-of`: expected `required` or `not-required`, found a list"),
        arguments(
            "expect",
            "expect: {enforced: {x: }}",
            "10:21: `x`: expected a number of policies, found nothing"));
  }

  static Stream<Arguments> policies() {
    return Stream.of(
        arguments(
            "policies",
            "policies: []",
            "9:1: `policies` is empty; expected one at least|10:55: expected a number from 0 to 0, found `1`"),
        arguments(
            "policies",
            "policies: alice MAY use doc",
            "9:11: `policies`: expected a list, such as `[alice MAY use document]`, found a text|10:55: expected a number from 0 to 0, found `1`"),
        arguments("policies", "policies:\n  -", "10:3: " + SENTENCE + "nothing"),
        arguments("policies", "policies: ['']", "9:12: " + SENTENCE + "an empty text"),
        arguments(
            "policies",
            "policies:\n  - alice MAY use foo: bar",
            "10:5: the `:` makes this a map; expected a sentence, put it in quotes as a whole"),
        arguments("policies", "policies:\n  - id: x", "10:5: the key `say` is missing"),
        arguments(
            "policies",
            "policies:\n  - {sya: alice MAY use doc}",
            "10:6: unknown key `sya`; did you mean `say`?"),
        arguments(
            "policies",
            "policies:\n  - {say: alice MAY use doc, id: via}",
            "10:34: `via`" + KEYWORD),
        arguments(
            "policies",
            "policies:\n  - {say: alice MAY use doc, because: }",
            "10:30: `because`: expected a text, found nothing"),
        arguments(
            "policies",
            "policies:\n  - {say: alice MAY use doc, id: x}\n  - {say: bob MAY use doc, id: x}",
            "11:32: `x` is already the id of the policy on line 10"),
        arguments(
            "policies",
            "policies:\n  - {say: alice MAY use doc, id: p2}\n  - bob MAY use doc",
            "10:34: `p2` is already the id of the policy on line 11"),
        arguments(
            "policies",
            "policies: [alice MAY use doc only via bar, {say: bob MAY use doc, id: p1-only}]",
            "9:71: `p1-only` is already the id of the policy on line 9"),
        arguments(
            "policies",
            "policies: [{say: bob MAY use doc, id: x-only}, {say: alice MAY use doc only via bar, id: x}]",
            "9:90: `x-only` is already the id of the policy on line 9"));
  }

  @ParameterizedTest
  @MethodSource({"keys", "policies"})
  void brokenLine_isReportedAtTheWord(String key, String line, String expected) {
    assertEquals(List.of(expected.split("\\|")), Reading.problems(Reading.with(key, line)));
  }
}
