package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attacks that no design wins succeed under every strategy; a simulator that hid them would lie.
 */
final class HonestRowsTest {
  static Stream<CredentialStrategy> strategies() {
    return Strategies.all();
  }

  private static AttackFacts facts(CredentialStrategy strategy) throws IOException {
    return Runs.only(strategy, Files.readString(Path.of("../scenarios/hr-rollout.yaml")))
        .attacks()
        .orElseThrow();
  }

  /** Whoever holds tokens, keys and secrets of an agent reaches what it reaches. */
  @ParameterizedTest
  @MethodSource("strategies")
  void whoHasAllThatAnAgentHas_isTheAgent(CredentialStrategy strategy) throws IOException {
    assertTrue(facts(strategy).hijacked().permitBiased().oneSession() > 0);
  }

  /** No design stops what policies permit, whoever told the agent to do it. */
  @ParameterizedTest
  @MethodSource("strategies")
  void misledAgent_doesAllThatItMay(CredentialStrategy strategy) throws IOException {
    AttackFacts facts = facts(strategy);
    assertEquals(
        facts.hijacked().own(),
        facts.hijacked().permitBiased().allUsers()
            - facts.hijacked().permitBiased().beyondPolicy());
  }

  /** An agent picks who is next: the token service exchanges for any client that it names. */
  @Test
  void handedOnToken_isGoodForWhoIsGivenIt() throws InvalidTokenException {
    TokenService service =
        TokenService.seeded(
            1,
            SigningAlgorithm.ES256,
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    service.registerResource("files");
    service.registerUser("alice");
    service.registerClient("planner");
    service.registerClient("stranger");
    CompactToken handed = exchanged(service.client("planner"), subject(service), "stranger");
    VerifiedToken token =
        service
            .resourceServers()
            .verifierFor("files")
            .verify(exchanged(service.client("stranger"), handed, "files"));
    assertEquals("alice", token.subject());
    assertEquals("stranger", token.actor().orElseThrow().subject());
  }

  private static CompactToken subject(TokenService service) {
    return service.logIn("alice").subjectToken("planner", "files");
  }

  private static CompactToken exchanged(AgentClient agent, CompactToken token, String audience) {
    return agent
        .actorToken()
        .flatMap(actor -> agent.exchange(token, actor, audience, Scope.of("files")))
        .orElseThrow();
  }
}
