package dev.onbehalf.token.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.Refusal;
import dev.onbehalf.token.World;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.RawJson;
import dev.onbehalf.token.jose.TokenType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent is in a chain only if it signed that it handed on just this call. */
class ChainVerifierTest {
  private static final String SCOPE = "files";

  private final World world = World.fresh();
  private final ChainVerifier chains = world.service().resourceServers().chainVerifier();

  @BeforeEach
  void enrol() {
    List.of("planner", "bar").forEach(world.service()::registerWorkloadKey);
  }

  private WorkloadKey key(String agent) {
    return world.service().workload(agent).key();
  }

  /** Alice's token for the agent, the first of a chain. */
  private CompactToken start(String agent) {
    return world.service().logIn("alice").subjectToken(agent, "files");
  }

  private Refusable<CompactToken> handOver(String agent, CompactToken token, String next) {
    return exchange(agent, token, key(agent).stepProof(token, next), next);
  }

  private Refusable<CompactToken> exchange(
      String agent, CompactToken token, CompactToken proof, String next) {
    AgentClient client = world.agent(agent);
    return client.exchange(token, client.actorToken().orElseThrow(), proof, next, SCOPE);
  }

  private Optional<List<String>> agents(CompactToken token) throws InvalidTokenException {
    return chains.verify(world.atFiles(token)).map(VerifiedChain::agents);
  }

  private static void assertRefused(String rule, Refusable<?> answer) {
    Refusal refusal = World.refusal(answer);
    assertEquals("invalid_request", refusal.code());
    assertTrue(refusal.description().contains(rule), refusal.description());
  }

  private void assertUnproved(String rule, RawJson act, List<CompactToken> proofs) {
    String chain =
        "[" + String.join(",", proofs.stream().map(p -> '"' + p.value() + '"').toList()) + "]";
    CompactToken token =
        world.forge().sign(Forge.claims().with("act", "" + act).with("delegation_chain", chain));
    String message =
        String.valueOf(assertThrows(InvalidTokenException.class, () -> agents(token)).getMessage());
    assertTrue(message.contains(rule), message);
  }

  private static RawJson actor(String name) {
    return RawJson.empty().withText("sub", name);
  }

  /** A step proof as no honest agent would sign it. */
  private CompactToken sign(String agent, StepProof step) {
    return key(agent).sign(TokenType.STEP_PROOF, step.toClaims());
  }

  private static StepProof step(String user, String agent, String next) {
    return new StepProof("start", user, new Actor(agent, Optional.empty()), next);
  }

  // what the token service refuses

  @Test
  void exchange_proofOfAnotherAgent_isRefused() {
    CompactToken token = start("bar");
    CompactToken foreign = key("planner").stepProof(token, "files");
    assertRefused("step proof", exchange("bar", token, foreign, "files"));
  }

  @Test
  void exchange_proofForAnotherTarget_isRefused() {
    CompactToken token = start("bar");
    CompactToken elsewhere = key("bar").stepProof(token, "mail");
    assertRefused("to `files`", exchange("bar", token, elsewhere, "files"));
  }

  @Test
  void exchange_proofForAnotherToken_isRefused() {
    CompactToken bobs = world.service().logIn("bob").subjectToken("bar", "files");
    CompactToken proof = key("bar").stepProof(bobs, "files");
    assertRefused("for `alice`", exchange("bar", start("bar"), proof, "files"));
  }

  @Test
  void exchange_proofOfAnEarlierCall_isRefused() {
    CompactToken earlier = key("bar").stepProof(start("bar"), "files");
    CompactToken later = start("bar");
    assertRefused("after the one before", exchange("bar", later, earlier, "files"));
  }

  @Test
  void exchange_handingOverToOneself_isRefused() {
    assertRefused("somebody else", handOver("bar", start("bar"), "bar"));
  }

  @Test
  void exchange_chainWithoutAProofOfTheNext_isRefused() {
    CompactToken token = handOver("planner", start("planner"), "bar").orElseThrow();
    AgentClient bar = world.agent("bar");
    assertRefused(
        "expected `actor_chain_step_proof`",
        bar.exchange(token, bar.actorToken().orElseThrow(), "files", SCOPE));
    assertRefused("actor", bar.impersonate(token, "files", SCOPE));
  }

  @Test
  void exchange_proofAfterAnUnprovedStep_isRefused() {
    AgentClient planner = world.agent("planner");
    CompactToken token =
        planner
            .exchange(start("planner"), planner.actorToken().orElseThrow(), "bar", SCOPE)
            .orElseThrow();
    assertRefused("of each actor before", handOver("bar", token, "files"));
  }

  @Test
  void exchange_agentWithoutAKey_isRefused() {
    CompactToken token = start("baz");
    CompactToken proof = key("bar").stepProof(token, "files");
    assertRefused("an agent with a key", exchange("baz", token, proof, "files"));
  }

  @Test
  void exchange_accessTokenAsProof_isRefused() {
    CompactToken token = start("bar");
    assertRefused("as `kid`", exchange("bar", token, token, "files"));
  }

  // what the resource refuses, even of a token service that attests to it

  @Test
  void verify_actorWithoutAProof_isRefused() {
    assertUnproved(
        "of each of 2 actors, found 1",
        actor("bar").with("act", "" + actor("planner")),
        List.of(sign("bar", step("alice", "bar", "files"))));
  }

  @Test
  void verify_proofWithoutAnActor_isRefused() {
    CompactToken proof = sign("bar", step("alice", "bar", "files"));
    assertUnproved("of each of 1 actors, found 2", actor("bar"), List.of(proof, proof));
  }

  @Test
  void verify_proofForAnotherUser_isRefused() {
    assertUnproved("for `alice`", actor("bar"), List.of(sign("bar", step("bob", "bar", "files"))));
  }

  @Test
  void verify_proofForAnotherResource_isRefused() {
    assertUnproved("to `files`", actor("bar"), List.of(sign("bar", step("alice", "bar", "mail"))));
  }

  @Test
  void verify_proofOfAnotherAgent_isRefused() {
    assertUnproved(
        "as `kid`", actor("bar"), List.of(sign("planner", step("alice", "bar", "files"))));
  }

  @Test
  void verify_secondProofAfterAnotherFirst_isRefused() {
    CompactToken first = sign("planner", step("alice", "planner", "bar"));
    StepProof second =
        new StepProof(
            new CompactToken("another").hash(),
            "alice",
            new Actor("bar", Optional.of(new Actor("planner", Optional.empty()))),
            "files");
    assertUnproved(
        "after the one before",
        actor("bar").with("act", "" + actor("planner")),
        List.of(first, sign("bar", second)));
  }

  @Test
  void verify_identityTokenAsProof_isRefused() {
    assertUnproved("as `", actor("bar"), List.of(key("bar").identityToken()));
  }

  @Test
  void verify_chainThatIsNoArrayOfStrings_isRefused() {
    for (String chain : List.of("\"x\"", "[1]", "{}", "null")) {
      CompactToken token = world.forge().sign(Forge.claims().with("delegation_chain", chain));
      assertThrows(InvalidTokenException.class, () -> world.atFiles(token), chain);
    }
  }

  @Test
  void verify_proofWithoutContext_isRefused() {
    Map<String, Object> claims = step("alice", "bar", "files").toClaims();
    claims.remove("ctx");
    assertUnproved(
        "as `ctx`", actor("bar"), List.of(key("bar").sign(TokenType.STEP_PROOF, claims)));
  }

  // what is good

  @Test
  void verify_oneStep_namesTheAgent() throws InvalidTokenException {
    assertEquals(
        Optional.of(List.of("bar")), agents(handOver("bar", start("bar"), "files").orElseThrow()));
  }

  @Test
  void verify_twoSteps_namesBothInOrder() throws InvalidTokenException {
    CompactToken token =
        handOver("bar", handOver("planner", start("planner"), "bar").orElseThrow(), "files")
            .orElseThrow();
    assertEquals(Optional.of(List.of("planner", "bar")), agents(token));
  }

  @Test
  void verify_exchangeWithoutProofs_namesNobody() throws InvalidTokenException {
    AgentClient bar = world.agent("bar");
    assertEquals(
        Optional.empty(),
        agents(
            bar.exchange(start("bar"), bar.actorToken().orElseThrow(), "files", SCOPE)
                .orElseThrow()));
  }

  @Test
  void handOver_isCountedWhereItHappens() throws InvalidTokenException {
    CompactToken start = start("bar");
    OperationCounts before = world.service().meter().counts();
    CompactToken token = handOver("bar", start, "files").orElseThrow();
    // actor token, step proof and result; subject token, actor token and step proof
    assertEquals(new OperationCounts(3, 3, 2), world.service().meter().counts().since(before));
    agents(token);
    assertEquals(new OperationCounts(3, 5, 2), world.service().meter().counts().since(before));
  }
}
