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
            "8:1: unknown key `nonsense`; expected one of `scenario`, `about`, `users`, `groups`, `agents`, `chains`, `resources`, `relations`, `context`, `default`, `have`, `runs-at`, `cannot`, `require`, `policies`, `workload`, `expect`"),
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
            "default",
            "require: both",
            "8:10: `require`: expected a map, such as `{attribution: both}`, found a text"),
        arguments(
            "default",
            "require: {attributes: both}",
            "8:11: unknown key `attributes`; did you mean `attribution`?"),
        arguments(
            "default",
            "require: {speed: fast}",
            "8:11: unknown key `speed`; expected one of `attribution`, `revoke-agent`, `revoke-user`, `stolen-token`, `hijacked-agent`, `unattended`"),
        arguments(
            "default",
            "require: {attribution: nobody}",
            "8:24: `attribution` is `user`, `agent` or `both`, not `nobody`"),
        arguments(
            "default",
            "require: {revoke-agent: 60}",
            "8:25: expected a time from 0s to 720h in `ms`, `s`, `min` or `h`, found `60`"),
        arguments(
            "default",
            "require: {revoke-user: 721h}",
            "8:24: expected a time from 0s to 720h in `ms`, `s`, `min` or `h`, found `721h`"),
        arguments(
            "default",
            "require: {stolen-token: none}",
            "8:25: `stolen-token` is `useless`, `one-action`, `one-resource` or `anything`, not `none`"),
        arguments(
            "default",
            "require: {unattended: fails}",
            "8:23: `unattended` is `works`, not `fails`"),
        arguments(
            "default",
            "require: {hijacked-agent: within-session, unattended: works}",
            "8:55: `unattended: works` contradicts `hijacked-agent: within-session` for every design: what works while the user isn't there, a hijacked agent reaches then, too"),
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
