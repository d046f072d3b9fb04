package dev.onbehalf.authz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A point permits what all requests behind the evidence may, and tells by which policies. */
final class PolicyDecisionPointTest {
  private static final Proof USER = Proof.of("user");
  private static final Proof AGENT = Proof.of("agent");
  private static final Proof BOTH = Proof.of("user", "agent");

  private static Scenario scenario(String rest, String... policies) {
    String yaml =
        "scenario: disk\n"
            + "users: [ann, bob, cy]\n"
            + "agents: [ada, bot, cat, dog]\n"
            + "chains: [[ada, bot]]\n"
            + "resources: {disk: [read, write]}\n"
            + rest
            + "policies:\n  - "
            + String.join("\n  - ", policies)
            + "\n";
    try {
      return ScenarioReader.read("disk.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidScenarioException e) {
      throw new AssertionError(yaml, e);
    }
  }

  private static Evidence evidence(String... attributes) {
    Evidence evidence = Evidence.none();
    for (int i = 0; i < attributes.length; i += 2) {
      evidence = evidence.verified(attributes[i], attributes[i + 1]);
    }
    return evidence;
  }

  /** The decision on reading the disk, and the lists of positions of permitting and denying. */
  private static String read(Scenario scenario, Proof proof, Point point, Evidence evidence) {
    Proof named = Situation.proof(proof, scenario.contexts());
    Answer answer =
        new PolicyDecisionPoint(scenario, named, point).decide(evidence, "disk", "read");
    return answer.decision()
        + " "
        + positions(scenario, answer.permitting())
        + " "
        + positions(scenario, answer.denying());
  }

  private static List<Integer> positions(Scenario scenario, List<?> policies) {
    return IntStream.range(0, scenario.policies().size())
        .filter(i -> policies.contains(scenario.policies().get(i)))
        .boxed()
        .toList();
  }

  private static String atResource(Scenario scenario, Proof proof, String... attributes) {
    return read(scenario, proof, Point.RESOURCE, evidence(attributes));
  }

  @Test
  void evidenceOfUserAndAgent_decidesEachRequest() {
    Scenario scenario =
        scenario(
            "", "ann MAY read disk via ada", "bob MAY NOT read disk via ada", "cy MAY use disk");
    assertEquals("PERMIT [0] []", atResource(scenario, BOTH, "user", "ann", "agent", "ada"));
    assertEquals("DENY [] [1]", atResource(scenario, BOTH, "user", "bob", "agent", "ada"));
    assertEquals("DENY [] []", atResource(scenario, BOTH, "user", "ann", "agent", "bot"));
    assertEquals("DENY [] []", atResource(scenario, BOTH, "user", "ann", "agent", "directly"));
    assertEquals("PERMIT [2] []", atResource(scenario, BOTH, "user", "cy", "agent", "directly"));
  }

  @Test
  void otherActionOrStranger_isDenied() {
    Scenario scenario = scenario("", "ann MAY read disk via ada");
    PolicyDecisionPoint point = new PolicyDecisionPoint(scenario, BOTH, Point.RESOURCE);
    assertEquals(
        Decision.DENY,
        point.decide(evidence("user", "ann", "agent", "ada"), "disk", "write").decision());
    for (String user : List.of("mallory", "nobody")) {
      assertEquals("DENY [] []", atResource(scenario, BOTH, "user", user, "agent", "ada"));
    }
    assertEquals("DENY [] []", atResource(scenario, BOTH, "user", "ann", "agent", "eve"));
    assertEquals("DENY [] []", atResource(scenario, BOTH, "user", "ann"));
  }

  @Test
  void requestsOfEitherTruth_behindOneEvidence_areIndeterminate() {
    Scenario scenario = scenario("", "ann MAY read disk via ada", "bob MAY NOT read disk via ada");
    assertEquals("INDETERMINATE [0] [1]", atResource(scenario, AGENT, "agent", "ada"));
    // A prohibition is of every path through the agent.
    assertEquals("DENY [] [1]", atResource(scenario, AGENT, "agent", "bot"));
    assertEquals("INDETERMINATE [0] []", atResource(scenario, USER, "user", "ann"));
  }

  @Test
  void unspecifiedRequests_deny_nothing() {
    Scenario scenario = scenario("default: unspecified\n", "ann MAY read disk via ada");
    assertEquals("PERMIT [0] []", atResource(scenario, USER, "user", "ann"));
    assertEquals("DENY [] []", atResource(scenario, USER, "user", "bob"));
  }

  @Test
  void whatAnotherPointStops_isLeftToIt() {
    Scenario scenario =
        scenario("", "ann MAY read disk directly", "ann MAY read disk via ada", "bob MAY use disk");
    Proof gated = USER.after(Point.GATEWAY, List.of("user", "agent"));
    assertEquals("INDETERMINATE [0, 1] []", atResource(scenario, USER, "user", "ann"));
    assertEquals("PERMIT [0, 1] []", atResource(scenario, gated, "user", "ann"));
    assertEquals(
        "DENY [] []",
        read(scenario, gated, Point.GATEWAY, evidence("user", "ann", "agent", "bot")));
    assertEquals(
        "PERMIT [1] []",
        read(scenario, gated, Point.GATEWAY, evidence("user", "ann", "agent", "ada")));
    // The gateway takes no call of a user in person, so that only the resource can stop it.
    Scenario viaAlone = scenario("", "ann MAY read disk via ada", "bob MAY use disk");
    assertEquals("INDETERMINATE [0] []", atResource(viaAlone, gated, "user", "ann"));
  }

  @Test
  void whatNoOtherPointIsSureToStop_isNotLeftToThem() {
    Scenario scenario =
        scenario(
            "default: unspecified\n",
            "ann MAY read disk via ada",
            "bob MAY read disk via bot",
            "ann MAY NOT read disk via bot");
    Proof gated = USER.after(Point.GATEWAY, List.of("agent"));
    assertEquals("INDETERMINATE [0] [2]", atResource(scenario, gated, "user", "ann"));
    assertEquals(
        "INDETERMINATE [1] [2]", read(scenario, gated, Point.GATEWAY, evidence("agent", "bot")));
    Scenario withoutBob =
        scenario(
            "default: unspecified\n", "ann MAY read disk via ada", "ann MAY NOT read disk via bot");
    assertEquals("PERMIT [0] [1]", atResource(withoutBob, gated, "user", "ann"));
  }

  @Test
  void permissionThatAProhibitionOverrides_permitsNothing() {
    Scenario scenario =
        scenario(
            "",
            "ann MAY read disk via ada",
            "anyone MAY read disk via bot",
            "ann MAY NOT read disk via bot");
    assertEquals("INDETERMINATE [0] [2]", atResource(scenario, USER, "user", "ann"));
  }

  @Test
  void agentsThatPoliciesTreatAlike_areEachAnswered() {
    Scenario scenario = scenario("", "ann MAY read disk via any agent");
    for (String agent : List.of("cat", "dog")) {
      assertEquals("PERMIT [0] []", atResource(scenario, BOTH, "user", "ann", "agent", agent));
    }
    // Before bot another may have been, whom no sentence permits to hand anything on.
    assertEquals("INDETERMINATE [0] []", atResource(scenario, BOTH, "user", "ann", "agent", "bot"));
  }

  @Test
  void pathsThatPoliciesTellApart_areAskedFor() {
    Scenario scenario =
        scenario("", "ann MAY read disk via ada then bot", "ann MAY NOT use disk directly");
    Proof prior = Proof.of("user", "agent", "prior-agents");
    assertEquals(
        "PERMIT [0] []",
        atResource(scenario, prior, "user", "ann", "agent", "bot", "prior-agents", "ada"));
    assertEquals(
        "DENY [] []",
        atResource(scenario, prior, "user", "ann", "agent", "bot", "prior-agents", "(nobody)"));
    assertEquals("INDETERMINATE [0] []", atResource(scenario, BOTH, "user", "ann", "agent", "bot"));
    assertEquals(
        "PERMIT [0] []",
        atResource(
            scenario,
            Proof.of("user", "first-agent", "agent"),
            "user",
            "ann",
            "first-agent",
            "ada",
            "agent",
            "bot"));
    assertEquals(
        "INDETERMINATE [0] []",
        atResource(scenario, Proof.of("user", "in-person"), "user", "ann", "in-person", "false"));
    assertEquals(
        "DENY [] [1]",
        atResource(scenario, Proof.of("user", "in-person"), "user", "ann", "in-person", "true"));
  }

  @Test
  void context_isAnyValueWhereItIsNotShown() {
    Scenario scenario =
        scenario(
            "context: {mode: [live, batch]}\n",
            "ann MAY read disk when mode is live",
            "bob MAY use disk");
    Proof shown = Proof.of("user", "context");
    assertEquals(
        "PERMIT [0] []", atResource(scenario, shown, "user", "ann", "context.mode", "live"));
    assertEquals("DENY [] []", atResource(scenario, shown, "user", "ann", "context.mode", "batch"));
    assertEquals("DENY [] []", atResource(scenario, shown, "user", "ann", "context.mode", "other"));
    assertEquals("INDETERMINATE [0] []", atResource(scenario, USER, "user", "ann"));
    assertEquals("PERMIT [1] []", atResource(scenario, USER, "user", "bob"));
  }

  @Test
  void callersWord_decidesWhereItIsBelieved() {
    Scenario scenario = scenario("", "ann MAY read disk via ada");
    Evidence said = evidence("user", "ann").claimed("agent", "ada");
    assertEquals("DENY [] []", read(scenario, BOTH, Point.RESOURCE, said));
    assertEquals("PERMIT [0] []", read(scenario, BOTH.believing("agent"), Point.RESOURCE, said));
  }

  @Test
  void callForNobody_isDecidedByWhatIsSaidOfNobody() {
    Scenario scenario =
        scenario(
            "",
            "nobody MAY read disk via bot",
            "ann MAY NOT read disk via bot",
            "bob MAY use disk");
    Proof proof =
        BOTH.showingForNobody(Map.of(Point.RESOURCE, List.of("user", "agent", "prior-agents")));
    assertEquals(
        "PERMIT [0] []",
        atResource(scenario, proof, "user", "nobody", "agent", "bot", "prior-agents", "(nobody)"));
    assertEquals(
        "DENY [] []",
        atResource(scenario, proof, "user", "nobody", "agent", "ada", "prior-agents", "(nobody)"));
    assertEquals("DENY [] []", atResource(scenario, BOTH, "user", "nobody", "agent", "bot"));
    Proof agentAlone = AGENT.showingForNobody(Map.of(Point.RESOURCE, List.of("agent")));
    assertEquals("INDETERMINATE [0, 2] [1]", atResource(scenario, agentAlone, "agent", "bot"));
  }

  @Test
  void samePoint_answersAlikeAgain() {
    Scenario scenario = scenario("", "ann MAY read disk via ada");
    PolicyDecisionPoint point = new PolicyDecisionPoint(scenario, BOTH, Point.RESOURCE);
    Answer first = point.decide(evidence("user", "ann", "agent", "ada"), "disk", "read");
    assertEquals(first, point.decide(evidence("user", "ann", "agent", "ada"), "disk", "read"));
  }
}
