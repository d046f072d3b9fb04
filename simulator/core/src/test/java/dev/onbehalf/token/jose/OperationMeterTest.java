package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Operations are counted where they happen, whoever asks for them. */
class OperationMeterTest {
  private final World world = World.fresh();
  private final AgentClient bar = world.agent("bar");

  private OperationCounts counts(ThrowingSupplier<?> operation) {
    OperationCounts before = world.service().meter().counts();
    try {
      operation.get();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    return world.service().meter().counts().since(before);
  }

  private static OperationCounts of(long signatures, long verifications, long roundTrips) {
    return new OperationCounts(signatures, verifications, roundTrips);
  }

  @Test
  void registration_signsNothing() {
    assertEquals(of(0, 0, 0), world.service().meter().counts());
  }

  @Test
  void refusedRequest_isARoundTripAllTheSame() {
    assertEquals(of(0, 0, 1), counts(() -> World.refusal(bar.accessToken("nowhere"))));
  }

  @Test
  void tokenRefusedForItsHeader_isNotVerified() {
    CompactToken token = world.forge().sign(world.forge().header().without("kid"), Forge.claims());
    assertEquals(
        of(0, 0, 0),
        counts(() -> assertThrows(InvalidTokenException.class, () -> world.atFiles(token))));
  }

  @Test
  void login_signsOnceAndMakesNoRoundTrip() {
    UserSession alice = world.service().logIn("alice");
    assertEquals(of(1, 0, 0), counts(() -> alice.accessToken("files")));
    assertEquals(of(0, 0, 0), counts(() -> alice.accessToken("files")));
  }

  @Test
  void clientCredentials_signOnce() {
    assertEquals(of(1, 0, 1), counts(() -> bar.accessToken("files").orElseThrow()));
    assertEquals(of(1, 0, 1), counts(bar::actorToken));
  }

  @Test
  void exchange_verifiesBothTokensAndSignsOnce() {
    CompactToken subject = world.subjectToken();
    CompactToken actor = bar.actorToken().orElseThrow();
    assertEquals(
        of(1, 2, 1), counts(() -> bar.exchange(subject, actor, "files", "").orElseThrow()));
  }

  @Test
  void resource_verifiesOnce() {
    CompactToken token = bar.accessToken("files").orElseThrow();
    assertEquals(of(0, 1, 0), counts(() -> world.atFiles(token)));
  }

  @Test
  void impersonation_verifiesOneTokenAndSignsOnce() {
    CompactToken subject = world.subjectToken();
    assertEquals(of(1, 1, 1), counts(() -> bar.impersonate(subject, "files", "").orElseThrow()));
  }

  @Test
  void authorizationCode_takesBrowserAndAgentARoundTripEach() {
    UserSession alice = world.service().logIn("alice");
    assertEquals(of(1, 0, 2), counts(() -> bar.authorizedToken(alice, "files").orElseThrow()));
  }

  @Test
  void transactionToken_takesOneOfEach() {
    CompactToken inbound = world.service().logIn("alice").accessToken("files");
    assertEquals(
        of(1, 1, 1), counts(() -> bar.transactionToken(inbound, "files", "read").orElseThrow()));
  }

  @Test
  void identityAssertion_takesOneOfEachAtEachServer() {
    world.service().registerResourceClient("bar", "files");
    CompactToken idToken = world.service().logIn("alice").idToken("bar");
    long issued = world.service().tokensIssued();
    assertEquals(
        of(2, 2, 2),
        counts(
            () ->
                bar.assertedToken(
                        bar.identityAssertion(idToken, "files", "files").orElseThrow(), "files")
                    .orElseThrow()));
    assertEquals(issued + 2, world.service().tokensIssued());
  }
}
