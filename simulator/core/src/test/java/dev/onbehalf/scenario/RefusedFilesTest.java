package dev.onbehalf.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no scenario is refused at the word that makes it none, and nowhere else. */
final class RefusedFilesTest {
  private static final String EMPTY =
      "1:1: the file is empty; expected keys such as `scenario` and `users`";
  private static final String NO_MAP = "expected a map with keys such as `scenario` and `users`";
  private static final String ONE_DOCUMENT =
      "a scenario is one document; expected the end of the file";
  private static final String ANCHOR =
      "anchors are not allowed; put a text that begins with `&` in quotes";
  private static final String TAG =
      "tags are not allowed; put a text that begins with `!` in quotes";
  private static final String ALIAS = "aliases are not allowed; write the value out";
  private static final String COLON =
      "unexpected `:`; put a text with `: ` in quotes, or mend the indentation";
  private static final String NAME =
      " is not a name; names are letters and digits with `. _ @ : / + ~ -` between them";
  private static final String KEYWORD = " is a word of the policy sentences and can't be a name";
  private static final String SENTENCE =
      "`policies`: expected a sentence, such as `alice MAY use document`, found ";

  static Stream<Arguments> wholeFiles() {
    return Stream.of(
        arguments("", EMPTY),
        arguments("\n\n# nothing\n", EMPTY),
        arguments("---\n", "1:1: " + NO_MAP),
        arguments("hello", "1:1: " + NO_MAP),
        arguments("- a\n- b\n", "1:1: " + NO_MAP),
        arguments("%YAML 1.2\n---\n[]", "1:1: directives are not allowed; remove this line"));
  }

  @ParameterizedTest
  @MethodSource
  void wholeFiles(String text, String firstProblem) {
    assertEquals(firstProblem, Reading.problems(text).get(0));
  }

  static Stream<Arguments> yaml() {
    return Stream.of(
        arguments("users", "users: &u [alice, bob]", "2:8: " + ANCHOR),
        arguments("users", "users: [&a alice, bob]", "2:9: " + ANCHOR),
        arguments("users", "&k users: [alice, bob]", "2:1: " + ANCHOR),
        arguments("users", "users: [alice, bob, *a]", "2:21: " + ALIAS),
        arguments("users", "users: !!seq [alice, bob]", "2:8: " + TAG),
        arguments("users", "users: [alice, bob, ! x]", "2:21: " + TAG),
        arguments("users", "users: [alice, bob, !!int x]", "2:21: " + TAG),
        arguments(
            "default", "<<: {a: b}", "8:1: merge keys are not allowed; write the entries out"),
        arguments(
            "default",
            "default: {<<: *a}",
            "8:10: `default`: expected `deny` or `unspecified`, found a map|8:11: merge keys are not allowed; write the entries out|8:15: "
                + ALIAS),
        arguments("expect", "---\n", "10:1: " + ONE_DOCUMENT),
        arguments("expect", "--- # more\nscenario: t", "10:1: " + ONE_DOCUMENT),
        arguments("expect", "...\nmore", "11:1: " + ONE_DOCUMENT),
        arguments("default", "default: a: b", "8:11: " + COLON),
        arguments("default", "default: 'deny", "8:10: the closing quote is missing"),
        arguments(
            "default",
            "default: @deny",
            "8:10: no text begins with this character; put it in quotes"),
        arguments("default", "\tdefault: deny", "8:1: unexpected tab; indent with spaces"),
        arguments(
            "default",
            "default: \"\\q\"",
            "8:12: unknown escape; in double quotes write `\\\\` for a backslash"),
        arguments(
            "default",
            "- x",
            "8:1: this does not continue what stands above; mend the indentation"),
        arguments("default", "'': x", "8:1: expected a key before `:`"),
        arguments("default", "? [a]\n: b", "8:3: a key must be text, not a list or a map"),
        arguments(
            "default",
            "default: [[[[[[[[[[]]]]]]]]]]",
            "8:17: nested deeper than any part of a scenario"),
        arguments(
            "default",
            "default: deny\ndefault: deny",
            "9:1: `default` is a key of this map already, on line 8"),
        arguments(
            "context",
            "context: {mode: [a], mode: [b]}",
            "7:22: `mode` is a key of this map already, on line 7"),
        arguments(
            "users",
            "users: [alice, bob, \"a\\0b\"]",
            "2:23: the character `\\u0000` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, \"\\e\"]",
            "2:22: the character `\\u001b` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, \"x\\u202ey\"]",
            "2:23: the character `\\u202e` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, x\u202ey]",
            "2:22: the character `\\u202e` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, x\u2028y]",
            "2:22: the character `\\u2028` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, \"\\ud800\"]",
            "2:22: the character `\\ud800` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, x\u0000y]",
            "2:22: the character `\\u0000` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob] # \u001b",
            "2:23: the character `\\u001b` is not allowed"),
        arguments("default", "d\u200befault: deny", "8:2: the character `\\u200b` is not allowed"));
  }

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
            "8:1: unknown key `nonsense`; expected one of `scenario`, `about`, `users`, `groups`, `agents`, `chains`, `resources`, `context`, `default`, `policies`, `workload`, `expect`"),
        arguments(
            "scenario",
            "scenario: Big",
            "1:11: `Big` can't name a scenario; expected at most 256 of `a-z`, `0-9` and `-`, not `-` first"),
        arguments(
            "scenario",
            "scenario: -a",
            "1:11: `-a` can't name a scenario; expected at most 256 of `a-z`, `0-9` and `-`, not `-` first"),
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
            "expect: {enforced: {x: }}",
            "10:21: `x`: expected a number of policies, found nothing"));
  }

  static Stream<Arguments> declarations() {
    return Stream.of(
        arguments(
            "users",
            "users: alice",
            "2:8: `users`: expected a list, such as `[alice, bob]`, found a text"),
        arguments(
            "users",
            "users: {alice: bob}",
            "2:8: `users`: expected a list, such as `[alice, bob]`, found a map"),
        arguments(
            "agents",
            "agents:",
            "4:1: `agents`: expected a list, such as `[alice, bob]`, found nothing"),
        arguments("users", "users: []", "2:1: `users` is empty; expected one at least"),
        arguments(
            "users",
            "users:\n  - alice\n  -\n  - bob",
            "4:3: `users`: expected a name, found nothing"),
        arguments(
            "users",
            "users: [alice, bob, '']",
            "2:21: `users`: expected a name, found an empty text"),
        arguments(
            "users", "users: [alice, bob, [x]]", "2:21: `users`: expected a name, found a list"),
        arguments(
            "users", "users: [alice, bob, x: y]", "2:21: `users`: expected a name, found a map"),
        arguments(
            "users", "users: [alice, bob, alice]", "2:21: `alice` is declared already on line 2"),
        arguments(
            "users",
            "users: [alice, bob, Alice]",
            "2:21: `Alice` and `alice` on line 2 differ only in case"),
        arguments(
            "users",
            "users: [alice, bob, ａｌｉｃｅ]",
            "2:21: `ａｌｉｃｅ` and `alice` on line 2 differ only in case"),
        arguments(
            "users",
            "users: [alice, bob, straße, STRASSE]",
            "2:29: `STRASSE` and `straße` on line 2 differ only in case"),
        arguments("agents", "agents: [bar, baz, bob]", "4:20: `bob` is declared already on line 2"),
        arguments("users", "users: [alice, bob, a b]", "2:21: `a b`" + NAME),
        arguments("users", "users: [alice, bob, ~]", "2:21: `~`" + NAME),
        arguments("users", "users: [alice, bob, .inf]", "2:21: `.inf`" + NAME),
        arguments("users", "users: [alice, bob, x-]", "2:21: `x-`" + NAME),
        arguments("users", "users: [alice, bob, 'a`b']", "2:22: `a`b`" + NAME),
        arguments("users", "users: [alice, bob, via]", "2:21: `via`" + KEYWORD),
        arguments("users", "users: [alice, bob, MAY]", "2:21: `MAY`" + KEYWORD),
        arguments(
            "users",
            "users: [alice, bob, " + "x".repeat(257) + "]",
            "2:21: a name has at most 256 characters; this has 257"),
        arguments(
            "resources",
            "resources: doc",
            "6:12: `resources`: expected a list, such as `[document]` or `{document: [read, edit]}`, found a text"),
        arguments(
            "resources",
            "resources: {doc: [read, use], web: }",
            "6:25: `use` means every action; expected an action's own name"),
        arguments(
            "resources",
            "resources: {doc: [access], web: }",
            "6:19: `access` means every action; expected an action's own name"),
        arguments(
            "resources",
            "resources: {doc: [read, Read], web: }",
            "6:25: `Read` and `read` on line 6 differ only in case"),
        arguments(
            "resources",
            "resources: {doc: read, web: }",
            "6:18: `doc`: expected a list, such as `[read, edit]`, found a text"),
        arguments(
            "groups",
            "groups: [team]",
            "3:9: `groups`: expected a map, such as `{team: [alice, bob]}`, found a list"),
        arguments("groups", "groups: {team: []}", "3:10: `team` is empty; expected one at least"),
        arguments(
            "groups",
            "groups: {team: [alise]}",
            "3:17: there is no `alise`; expected a user, an agent or a resource; did you mean `alice`?"),
        arguments(
            "groups",
            "groups: {team: [alice, bar]}",
            "3:24: `bar` is an agent; the members of `team` before it are users"),
        arguments(
            "groups",
            "groups: {team: [alice], all: [team]}",
            "3:31: `team` is a group; expected a user, an agent or a resource in `all`"),
        arguments(
            "groups",
            "groups: {team: [alice, alice]}",
            "3:24: `alice` is a member already on line 3"),
        arguments("groups", "groups: {bob: [alice]}", "3:10: `bob` is declared already on line 2"),
        arguments("chains", "chains: [[bar]]", "5:10: a chain has 2 to 16 agents; this has 1"),
        arguments(
            "chains",
            "chains: [[" + "bar, ".repeat(17) + "]]",
            "5:10: a chain has 2 to 16 agents; this has 17"),
        arguments(
            "chains",
            "chains: [bar, baz]",
            "5:10: `chains`: expected a list of agents, such as `[planner, writer]`, found a text|5:15: `chains`: expected a list of agents, such as `[planner, writer]`, found a text"),
        arguments(
            "chains", "chains: [[bar, baz], [bar, baz]]", "5:22: this chain is listed already"),
        arguments(
            "chains",
            "chains: [[bar, bza]]",
            "5:16: there is no `bza`; expected an agent; did you mean `baz`?"),
        arguments("chains", "chains: [[bar, alice]]", "5:16: `alice` is a user; expected an agent"),
        arguments(
            "chains",
            "chains: [[bar, bots]]",
            "5:16: `bots` is a group of agents; expected an agent"),
        arguments(
            "context",
            "context: [mode]",
            "7:10: `context`: expected a map, such as `{mode: [interactive, batch]}`, found a list"),
        arguments("context", "context: {mode: []}", "7:11: `mode` is empty; expected one at least"),
        arguments(
            "context",
            "context: {mode: [batch, batch]}",
            "7:25: `batch` is a value already on line 7"),
        arguments(
            "context",
            "context: {mode: [a], Mode: [b]}",
            "7:22: `Mode` and `mode` on line 7 differ only in case"),
        arguments("context", "context: {when: [a]}", "7:11: `when`" + KEYWORD));
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
            "10:34: `p2` is already the id of the policy on line 11"));
  }

  @ParameterizedTest
  @MethodSource({"yaml", "keys", "declarations", "policies"})
  void brokenLine_isReportedAtTheWord(String key, String line, String expected) {
    assertEquals(List.of(expected.split("\\|")), Reading.problems(Reading.with(key, line)));
  }

  @Test
  void sizeLimit_isCheckedBeforeAnythingElse() {
    byte[] bytes = new byte[ScenarioReader.MAX_BYTES + 1];
    assertEquals(
        List.of("1:1: the file has 8388609 bytes; at most 8388608 are read"),
        Reading.lines(Reading.refusal(bytes)));
  }

  @Test
  void otherEncodings_areNamed() {
    byte[] utf16 = "scenario: s".getBytes(StandardCharsets.UTF_16);
    assertEquals(
        List.of("1:1: the file is UTF-16 or UTF-32; save it as UTF-8"),
        Reading.lines(Reading.refusal(utf16)));
  }

  @Test
  void invalidBytes_areReportedWithTheirOffset() {
    byte[] latin = "scenario: s\nabout: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        List.of("2:8: byte 20 of the file, 0xe9, is not UTF-8; save the file as UTF-8"),
        Reading.lines(Reading.refusal(latin)));
    byte[] overlong = {'a', (byte) 0xc0, (byte) 0xaf};
    assertEquals(
        List.of("1:2: byte 2 of the file, 0xc0, is not UTF-8; save the file as UTF-8"),
        Reading.lines(Reading.refusal(overlong)));
  }
}
