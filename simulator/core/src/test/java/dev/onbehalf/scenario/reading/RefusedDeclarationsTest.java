package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name, group, chain and attribute that breaks a rule is reported with the rule. */
final class RefusedDeclarationsTest {
  private static final String NAME =
      " is not a name; names are letters and digits with `. _ @ : / + ~ -` between them";
  private static final String KEYWORD = " is a word of the policy sentences and can't be a name";

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
            "2:21: `ａｌｉｃｅ` and `alice` on line 2 differ only in the form of characters (NFKC)"),
        arguments(
            "users",
            "users: [alice, bob, ＡＬＩＣＥ]",
            "2:21: `ＡＬＩＣＥ` and `alice` on line 2 differ only in case and the form of characters (NFKC)"),
        arguments(
            "users",
            "users: [alice, bob, ａｌｉｃｅ, ａｌｉｃｅ]",
            "2:21: `ａｌｉｃｅ` and `alice` on line 2 differ only in the form of characters (NFKC)|2:28: `ａｌｉｃｅ` is declared already on line 2"),
        arguments("users", "users: [alice, bob, café, cafe\u0301]", "2:27: `cafe\u0301`" + NAME),
        arguments("users", "users: [alice, bob, Via, via]", "2:26: `via`" + KEYWORD),
        arguments(
            "users",
            "users: [alice, bob, straße, STRASSE]",
            "2:29: `STRASSE` and `straße` on line 2 differ only in case"),
        arguments(
            "users",
            "users: [alice, bob, alice\u3164]",
            "2:26: the character `\\u3164` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, \u0430lice]",
            "2:21: `\u0430lice` mixes Cyrillic and Latin letters in one word, which look alike"),
        arguments(
            "users",
            "users: [alice, bob, coco, \u0441\u043e\u0441\u043e]",
            "2:27: `\u0441\u043e\u0441\u043e` and `coco` on line 2 differ only in characters that look alike"),
        arguments(
            "users",
            "users: [alice, bob, TOP, \u0422\u041e\u0420]",
            "2:26: `\u0422\u041e\u0420` and `TOP` on line 2 differ only in characters that look alike"),
        arguments(
            "users",
            "users: [alice, bob, user0, userO]",
            "2:28: `userO` and `user0` on line 2 differ only in characters that look alike"),
        arguments(
            "users",
            "users: [alice, bob, bob1, bobl]",
            "2:27: `bobl` and `bob1` on line 2 differ only in characters that look alike"),
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
            "3:17: there is no `alise`; expected a user, an agent, a resource or a group; did you mean `alice`?"),
        arguments(
            "groups",
            "groups: {team: [alice, bar]}",
            "3:24: `bar` is an agent; the members of `team` before it are users"),
        arguments(
            "groups",
            "groups: {team: [alice], all: [bar, team]}",
            "3:36: `team` is a group of users; the members of `all` before it are agents"),
        arguments(
            "groups", "groups: {all: [all]}", "3:16: a group can't hold itself: `all` holds `all`"),
        arguments(
            "groups",
            "groups: {a: [b, alice], b: [c], c: [a]}",
            "3:37: a group can't hold itself: `a` holds `b`, which holds `c`, which holds `a`"),
        arguments(
            "groups",
            "groups: {x: [a], a: [alice, b], b: [a], y: [b]}",
            "3:37: a group can't hold itself: `a` holds `b`, which holds `a`"),
        arguments(
            "groups",
            "groups: {team: [alice, alice]}",
            "3:24: `alice` is a member already on line 3"),
        arguments("groups", "groups: {bob: [alice]}", "3:10: `bob` is declared already on line 2"),
        arguments(
            "context",
            "relations: [owner]",
            "7:12: `relations`: expected a map, such as `{owner: {document: alice}}`, found a list"),
        arguments(
            "context", "relations: {owner: {}}", "7:13: `owner` is empty; expected one at least"),
        arguments(
            "context",
            "relations: {owner: alice}",
            "7:20: `owner`: expected a map, such as `{document: alice}`, found a text"),
        arguments(
            "context",
            "relations: {owner: {doc: []}}",
            "7:21: `doc` is empty; expected one at least"),
        arguments(
            "context",
            "relations: {owner: {doc: }}",
            "7:21: `doc`: expected a name, found nothing"),
        arguments(
            "context",
            "relations: {owner: {doc: alise}}",
            "7:26: there is no `alise`; expected a user; did you mean `alice`?"),
        arguments(
            "context",
            "relations: {owner: {doc: team}}",
            "7:26: `team` is a group of users; expected a user"),
        arguments(
            "context",
            "relations: {owner: {doc: bar}}",
            "7:26: `bar` is an agent; expected a user"),
        arguments(
            "context",
            "relations: {owner: {doc: [alice, alice]}}",
            "7:34: `alice` is listed already on line 7"),
        arguments(
            "context",
            "relations: {helper: {alice: bob}}",
            "7:29: `bob` is a user; expected an agent"),
        arguments(
            "context",
            "relations: {owner: {doc: alice, bob: bar}}",
            "7:33: `bob` is a user; those before it in `owner` are resources"),
        arguments(
            "context",
            "relations: {owner: {files: alice}}",
            "7:21: `files` is a group of resources; expected a resource or a user"),
        arguments(
            "context",
            "relations: {owner: {dco: alice}}",
            "7:21: there is no `dco`; expected a resource or a user; did you mean `doc`?"),
        arguments(
            "context",
            "relations: {team: {doc: alice}}",
            "7:13: `team` is declared already on line 3"),
        arguments(
            "context",
            "relations: {Alice: {doc: bob}}",
            "7:13: `Alice` and `alice` on line 2 differ only in case"),
        arguments(
            "context",
            "relations: {via: {doc: bob}}",
            "7:13: `via` is a word of the policy sentences and can't be a name"),
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
        arguments("context", "context: {when: [a]}", "7:11: `when`" + KEYWORD),
        arguments(
            "context",
            "context: {mode: batch}",
            "7:17: `mode`: expected a list, such as `[interactive, batch]` or `{values: [small, large], known-to: resource}`, found a text"),
        arguments(
            "context", "context: {mode: {known-to: login}}", "7:17: the key `values` is missing"),
        arguments(
            "context",
            "context: {mode: {values: [], known-to: login}}",
            "7:18: `values` is empty; expected one at least"),
        arguments(
            "context",
            "context: {mode: {values: a}}",
            "7:26: `values`: expected a list, such as `[small, large]`, found a text"),
        arguments(
            "context",
            "context: {mode: {values: [a, a, b c], known-to: server}}",
            "7:30: `a` is a value already on line 7|7:33: `b c`"
                + NAME
                + "|7:49: `known-to` is `login`, `caller` or `resource`, not `server`"),
        arguments(
            "context",
            "context: {mode: {values: [a], known-to: resorce}}",
            "7:41: `known-to` is `login`, `caller` or `resource`, not `resorce`; did you mean `resource`?"),
        arguments(
            "context",
            "context: {mode: {values: [a], known-to: }}",
            "7:31: `known-to`: expected `login`, `caller` or `resource`, found nothing"),
        arguments(
            "context",
            "context: {mode: {values: [a], knownto: login}}",
            "7:31: unknown key `knownto`; did you mean `known-to`?"),
        arguments(
            "context",
            "context: {mode: {values: [a], signed: login}}",
            "7:31: unknown key `signed`; expected one of `values`, `known-to`"),
        arguments(
            "default",
            "runs-at: [bar]",
            "8:10: `runs-at`: expected a map, such as `{assistant: user}`, found a list"),
        arguments(
            "default",
            "runs-at: {bra: user, alice: user, bots: user, baz: laptop}",
            "8:11: there is no `bra`; expected an agent; did you mean `bar`?|8:22: `alice` is a user; expected an agent|8:35: `bots` is a group of agents; expected an agent|8:52: `runs-at` is `user`, not `laptop`"),
        arguments("default", "runs-at: {bar: }", "8:11: `bar`: expected `user`, found nothing"),
        arguments(
            "default", "runs-at: {bar: [user]}", "8:16: `bar`: expected `user`, found a list"),
        arguments(
            "default",
            "runs-at: {bar: user, bar: user}",
            "8:22: `bar` is a key of this map already, on line 8"));
  }

  static Stream<Arguments> collisions() {
    return Stream.of(
        arguments("users", "users: [alice, bob, Alice]", "Alice MAY use doc"),
        arguments("users", "users: [alice, bob, ａｌｉｃｅ]", "ａｌｉｃｅ MAY use doc"),
        arguments("groups", "groups: {team: [alice], Team: [bob]}", "Team MAY use doc"),
        arguments("agents", "agents: [bar, baz, Alice]", "alice MAY use doc via Alice"),
        arguments("resources", "resources: {doc: , Doc: , web: }", "alice MAY use Doc"),
        arguments("context", "context: {mode: [low, Low]}", "alice MAY use doc when mode is Low"));
  }

  @ParameterizedTest
  @MethodSource("collisions")
  void name_thatIsTooLikeAnother_isReportedOnceAndNotWhereItIsUsed(
      String key, String line, String sentence) {
    String text = Reading.with(key, line).replace("alice MAY use doc", sentence);
    List<String> problems = Reading.problems(text);
    assertEquals(1, problems.size(), problems::toString);
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void brokenLine_isReportedAtTheWord(String key, String line, String expected) {
    assertEquals(List.of(expected.split("\\|")), Reading.problems(Reading.with(key, line)));
  }
}
