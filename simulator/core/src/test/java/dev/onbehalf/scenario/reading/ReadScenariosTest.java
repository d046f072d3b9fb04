package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.onbehalf.scenario.Circumstances;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.Expectation;
import dev.onbehalf.scenario.KnownTo;
import dev.onbehalf.scenario.Located;
import dev.onbehalf.scenario.PathPattern.Via;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Position;
import dev.onbehalf.scenario.Problem;
import dev.onbehalf.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario file becomes the records that its words stand for. */
final class ReadScenariosTest {
  @Test
  void everyPartOfTheFormat_isRead() throws Exception {
    String text =
        """
        scenario: full
        about: 'quoted: text'
        users: [alice, bob]
        groups:
          team: [alice, bob]
          bots: [bar, baz]
          files: [doc]
        agents: [bar, baz, agent]
        chains: [[bar, baz], [baz, bar, baz]]
        resources:
          doc: [read, write]
          web:
          mail: []
          fax: [use]
        context: {mode: [batch, live], risk: {values: [low, high], known-to: resource}}
        default: unspecified
        have: [gateway, token-exchange]
        runs-at: {baz: user}
        cannot: [store-user-secrets]
        policies:
          - say: >-
              anyone except bob MAY NOT read, write files, web
              via bots then any agent then agent when mode is batch, live and risk is low
            id: strict
            because: |
              two
              lines
          - alice MAY access anything using bar
        expect:
          recommended: none
          on-behalf-of: not-required
          enforced: {token-exchange: 2, x: 0}
          enforced-if-honest: {x: 1}
          plan: {doc: x, web: none}
        """;
    Scenario scenario = Reading.read(text);
    assertEquals(Optional.of("quoted: text"), scenario.about());
    assertEquals(List.of("team", "bots", "files"), List.copyOf(scenario.groups().keySet()));
    assertEquals(List.of(List.of("bar", "baz"), List.of("baz", "bar", "baz")), scenario.chains());
    assertEquals(
        List.of("[read, write]", "[use]", "[use]", "[use]"),
        scenario.resources().stream().map(r -> r.actions().toString()).toList());
    assertEquals(DefaultEffect.UNSPECIFIED, scenario.defaultEffect());
    assertEquals(List.of("baz"), scenario.localAgents());
    assertEquals(
        new Circumstances(List.of("gateway", "token-exchange"), List.of("store-user-secrets")),
        scenario.circumstances());
    assertEquals(
        List.of(
            new ContextAttribute("mode", List.of("batch", "live"), KnownTo.CALLER),
            new ContextAttribute("risk", List.of("low", "high"), KnownTo.RESOURCE)),
        scenario.context());
    Policy strict = scenario.policies().get(0);
    assertEquals("strict", strict.id());
    assertEquals(22, strict.line());
    assertEquals(Optional.of("two\nlines"), strict.because());
    assertEquals(Set.of("alice"), Reading.clause(strict).users());
    assertEquals(Set.of("doc", "web"), Reading.clause(strict).resources());
    assertEquals(
        new Via(List.of(Set.of("bar", "baz"), Set.of("bar", "baz", "agent"), Set.of("agent"))),
        Reading.clause(strict).path());
    assertEquals(
        Map.of("mode", Set.of("batch", "live"), "risk", Set.of("low")),
        Reading.clause(strict).conditions());
    Policy second = scenario.policies().get(1);
    assertEquals("p2", second.id());
    assertEquals(Set.of(), Reading.clause(second).actions());
    assertEquals(Set.of("doc", "web", "mail", "fax"), Reading.clause(second).resources());
    assertEquals(
        Optional.of(
            new Expectation(
                Optional.of(new Located("none", new Position(30, 16))),
                Optional.of(new Located("not-required", new Position(31, 17))),
                List.of(
                    new Expectation.PlannedStrategy("doc", new Located("x", new Position(34, 15))),
                    new Expectation.PlannedStrategy(
                        "web", new Located("none", new Position(34, 23)))),
                List.of(
                    new Expectation.EnforcedCount(
                        new Located("token-exchange", new Position(32, 14)), 2),
                    new Expectation.EnforcedCount(new Located("x", new Position(32, 33)), 0)),
                List.of(new Expectation.EnforcedCount(new Located("x", new Position(33, 24)), 1)))),
        scenario.expectation());
  }

  @Test
  void emptyOptionalParts_areAllowed() throws Exception {
    String text =
        """
        scenario: 0
        users: [a]
        groups: {}
        agents: []
        chains: []
        resources: [r]
        context: {}
        policies: [a MAY use r]
        expect: {}
        """;
    Scenario scenario = Reading.read(text);
    assertEquals("0", scenario.name());
    assertEquals(
        Optional.of(
            new Expectation(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of())),
        scenario.expectation());
    assertEquals(List.of(), scenario.localAgents());
  }

  @ParameterizedTest
  @EnumSource
  void longContext_isKnownToWhomItSays(KnownTo knownTo) throws Exception {
    String line = "context: {mode: {known-to: " + knownTo.word() + ", values: [live]}}";
    assertEquals(
        List.of(new ContextAttribute("mode", List.of("live"), knownTo)),
        Reading.read(Reading.with("context", line)).context());
  }

  @Test
  void longContext_withoutKnownTo_isKnownToTheCaller() throws Exception {
    assertEquals(
        List.of(new ContextAttribute("mode", List.of("live"), KnownTo.CALLER)),
        Reading.read(Reading.with("context", "context: {mode: {values: [live]}}")).context());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "No",
        "NO",
        "on",
        "off",
        "yes",
        "y",
        "n",
        "true",
        "False",
        "null",
        "Null",
        "010",
        "0x10",
        "0o17",
        "1_000",
        "1e3",
        "1.5",
        "2001-01-01",
        "12:30:45",
        "kms:Decrypt",
        "alice@corp.example",
        "spiffe://corp/agent/bar",
        "agent",
        "may",
        "a+b~c",
        "é",
        "名前",
        "x"
      })
  void scalarOfAnyLook_isAName(String name) throws Exception {
    String sentence = name + " MAY use r";
    Scenario scenario =
        Reading.read(
            "scenario: s\nusers: [" + name + "]\nresources: [r]\npolicies:\n  - " + sentence);
    assertEquals(List.of(name), scenario.users());
    assertEquals(Set.of(name), Reading.clause(scenario.policies().get(0)).users());
  }

  @Test
  void namesOfLegalLengths_areAllowed() throws Exception {
    String longest = "n".repeat(256);
    Reading.read(Reading.with("users", "users: [alice, bob, " + longest + "]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice MAY read doc",
        "'alice MAY read doc'",
        "\"alice MAY\\x20read doc\"",
        "alice\tMAY\t read   doc",
        "alice MAY\n    read doc",
        ">\n    alice MAY\n    read doc\n",
        "{say: alice MAY read doc}"
      })
  void quoting_doesNotChangeTheSentence(String scalar) throws Exception {
    Policy policy = Reading.policy(scalar);
    assertEquals("alice MAY read doc", policy.text());
    assertEquals(Set.of("alice"), Reading.clause(policy).users());
    assertEquals(Set.of("read"), Reading.clause(policy).actions());
  }

  @Test
  void lineEndsAndByteOrderMark_doNotMatter() throws Exception {
    String text = Reading.with("default", "default: unspecified");
    Scenario expected = Reading.read(text);
    assertEquals(expected, Reading.read("\ufeff" + text));
    assertEquals(expected, Reading.read(text.replace("\n", "\r\n")));
    assertEquals(expected, Reading.read(text.replace("\n", "\r")));
  }

  /** The YAML library reads 1 MiB of UTF-16 at a time. */
  @ParameterizedTest
  @ValueSource(ints = {-2, -1, 0, 1})
  void characterOfTwoUnits_mayStandAcrossBuffers(int offset) throws Exception {
    String text = Reading.with("default", "default: deny");
    int comment = (1 << 20) + offset - text.length() - 1;
    String rest = "#" + "x".repeat(comment) + "\ud83d\ude00\n";
    assertEquals("s", Reading.read(text + rest + "# \ud83d\ude00".repeat(300_000)).name());
  }

  @Test
  void documentMarks_mayStandAroundTheScenario() throws Exception {
    assertEquals(
        "s", Reading.read("# s\n---\n" + Reading.with("default", "") + "...\n# end\n").name());
  }

  @Test
  void windowsLineEnds_keepPositions() {
    String text = Reading.withPolicy("alice MAY use dco").replace("\n", "\r\n");
    assertEquals(new Position(10, 19), Reading.refusal(text).problems().get(0).position());
  }

  @Test
  void charactersBeyondTheBasicPlane_countOnce() {
    String text = Reading.with("policies", "policies: [\"\ud83d\ude00\" , alice MAY use dco]");
    assertEquals(
        List.of(new Position(9, 13), new Position(9, 13), new Position(9, 32)),
        Reading.refusal(text).problems().stream().map(Problem::position).toList());
  }

  @Test
  void formatCharacters_areAllowedInComments() throws Exception {
    Reading.read("# \u202e\u200b\u2028 \n" + Reading.with("default", "default: deny"));
  }

  @Test
  void noUserLeft_isAVacuousPolicy() throws Exception {
    assertEquals(Set.of(), Reading.clause(Reading.policy("alice except team MAY use doc")).users());
    assertEquals(
        Set.of(), Reading.clause(Reading.policy("alice except anyone MAY use doc")).users());
  }

  @Test
  void actionOfOneResource_isAllowedBesideOthers() throws Exception {
    assertEquals(
        Set.of("doc", "web"),
        Reading.clause(Reading.policy("alice MAY write doc, web")).resources());
  }

  @Test
  void groupsInGroups_standForAllTheirMembers() throws Exception {
    String groups = "groups: {all: [lead, rest], rest: [bob, lead], lead: [alice]}";
    String text = Reading.with("groups", groups).replace("alice MAY", "all MAY");
    Scenario scenario = Reading.read(text);
    assertEquals(Set.of("alice", "bob"), Reading.clause(scenario.policies().get(0)).users());
    assertEquals(List.of("lead", "rest"), scenario.groups().get("all"));
  }

  @Test
  void equalLists_shareOneSet() throws Exception {
    Scenario scenario =
        Reading.read(Reading.with("policies", "policies: [team MAY use doc, team MAY use web]"));
    assertSame(
        Reading.clause(scenario.policies().get(0)).users(),
        Reading.clause(scenario.policies().get(1)).users());
  }
}
