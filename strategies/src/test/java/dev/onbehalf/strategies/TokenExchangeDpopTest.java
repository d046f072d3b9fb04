package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.Refusal;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.workload.DpopProofVerifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is bound to an agent's key is of no use to whoever copies it (RFC 9449 section 7.1). */
final class TokenExchangeDpopTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final TokenService service = TokenService.seeded(1, SigningAlgorithm.ES256, CLOCK);
  private final TokenExchangeDpop strategy = new TokenExchangeDpop();
  private final Callers callers =
      new Callers(
          strategy,
          new Population(List.of("u"), List.of("a", "b"), List.of("files", "mail")),
          service,
          new Contexts(List.of()));
  private final EnforcementPoint resource = new EnforcementPoint(strategy, service);

  private List<Part> call(String agent) {
    Request request = new Request("u", List.of(agent), "files", "read", new TreeMap<>());
    return callers.credentials(request).presentation().parts();
  }

  private String answer(String action, Part... parts) {
    return resource
        .examine(Point.RESOURCE, new Presentation(List.of(parts)), new Target("files", action))
        .fold(examined -> examined.evidence().verified().toString(), Refusal::description);
  }

  private static Part header(Part part) {
    return new Part.SignedHeader(
        DpopProofVerifier.HEADER, new Presentation(List.of(part)).tokens().get(0));
  }

  @Test
  void tokenWithoutAProof_isRefused() {
    assertEquals(
        "expected a proof of the key that the token is bound to", answer("read", call("a").get(0)));
  }

  @Test
  void tokenWithTheProofOfAnotherAgent_isRefused() {
    String answer = answer("read", call("a").get(0), call("b").get(1));
    assertTrue(answer.contains("as `ath`"), answer);
  }

  @Test
  void proofOfAnotherCallWithAnotherToken_isRefused() {
    String answer = answer("read", call("a").get(0), call("a").get(1));
    assertTrue(answer.contains("as `ath`"), answer);
  }

  @Test
  void tokenWithATokenForAProof_isRefused() {
    Part token = call("a").get(0);
    String answer = answer("read", token, header(token));
    assertTrue(answer.contains("as `typ`"), answer);
  }

  @Test
  void copiedCall_isRefusedForAnotherAction() {
    List<Part> copied = call("a");
    String answer = answer("write", copied.get(0), copied.get(1));
    assertTrue(answer.contains("as `htu`"), answer);
  }

  @Test
  void copiedCall_isRefusedWhenTheAgentMadeIt() {
    List<Part> call = call("a");
    assertEquals("{agent=a, user=u}", answer("read", call.get(0), call.get(1)));
    String answer = answer("read", call.get(0), call.get(1));
    assertTrue(answer.contains("wasn't used before"), answer);
  }

  @Test
  void proofBesideATokenThatIsNotBound_isRefused() {
    Request direct = new Request("u", List.of(), "files", "read", new TreeMap<>());
    Part own = callers.credentials(direct).presentation().parts().get(0);
    assertEquals(
        "expected a token that is bound to the key of the proof",
        answer("read", own, call("a").get(1)));
  }
}
