package dev.onbehalf.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.DecodedToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.workload.ProofTarget;
import dev.onbehalf.token.workload.WorkloadKey;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is bound to the key that its request proves, and to no other (RFC 9449 section 5). */
class BoundTokenTest {
  private static final ProofTarget ENDPOINT =
      ProofTarget.tokenEndpoint("https://token.example/token");

  private final World world = World.fresh();
  private final WorkloadKey key = keyOfBar();

  private WorkloadKey keyOfBar() {
    world.service().registerWorkloadKey("bar");
    return world.service().workload("bar").key();
  }

  private Map<String, Object> answer(int status, String... proofs) {
    HTTPRequest request = world.exchange().toHttpRequest();
    if (proofs.length > 0) {
      request.setHeader("DPoP", proofs);
    }
    HTTPResponse response = world.service().endpoint().handle(request);
    assertEquals(status, response.getStatusCode(), response.getBody());
    try {
      return response.getBodyAsJSONObject();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private void assertRefused(String... proofs) {
    assertEquals("invalid_dpop_proof", answer(400, proofs).get("error"));
  }

  @Test
  void exchange_withTwoProofs_isRefused() {
    assertRefused(key.dpopProof(ENDPOINT).value(), key.dpopProof(ENDPOINT).value());
  }

  @Test
  void exchange_withWhatIsNoProof_isRefused() {
    assertRefused("x");
    assertRefused(world.subjectToken().value());
    assertRefused(key.identityToken().value());
  }

  @Test
  void exchange_withAProofForAnotherRequest_isRefused() {
    assertRefused(key.dpopProof(ProofTarget.call("files", "read")).value());
    assertRefused(key.dpopProof(new ProofTarget("GET", ENDPOINT.uri())).value());
  }

  @Test
  void exchange_withAProofUsedBefore_isRefused() {
    String proof = key.dpopProof(ENDPOINT).value();
    answer(200, proof);
    assertRefused(proof);
  }

  @Test
  void exchange_withAProof_bindsTheTokenToItsKey() throws Exception {
    CompactToken proof = key.dpopProof(ENDPOINT);
    String thumbprint = thumbprint(proof);
    Map<String, Object> answer = answer(200, proof.value());
    assertEquals("DPoP", answer.get("token_type"));
    CompactToken token = new CompactToken(String.valueOf(answer.get("access_token")));
    assertEquals(Map.of("jkt", thumbprint), DecodedToken.of(token).claims().get("cnf"));
    assertEquals(Optional.of(thumbprint), world.atFiles(token).boundTo());
  }

  private static String thumbprint(CompactToken proof) throws Exception {
    return JWSObject.parse(proof.value()).getHeader().getJWK().computeThumbprint().toString();
  }

  @Test
  void exchange_withoutAProof_givesABearerToken() throws InvalidTokenException {
    Map<String, Object> answer = answer(200);
    assertEquals("Bearer", answer.get("token_type"));
    CompactToken token = new CompactToken(String.valueOf(answer.get("access_token")));
    assertEquals(Optional.empty(), world.atFiles(token).boundTo());
  }

  @Test
  void exchange_withAProof_takesOneMoreSignature() {
    AgentClient bar = world.agent("bar");
    CompactToken subject = world.subjectToken();
    CompactToken actor = bar.actorToken().orElseThrow();
    OperationCounts before = world.service().meter().counts();
    bar.exchangeBound(subject, actor, key, "files", "").orElseThrow();
    // the proof and the token; subject token, actor token and proof are verified
    assertEquals(new OperationCounts(2, 3, 1), world.service().meter().counts().since(before));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"x\"", "{}", "{\"jkt\":5}", "{\"jkt\":\"\"}", "{\"jkt\":\"x\",\"jwk\":{}}"})
  void token_withAnotherConfirmation_isRefused(String confirmation) {
    CompactToken token = world.forge().sign(Forge.claims().with("cnf", confirmation));
    assertThrows(InvalidTokenException.class, () -> world.atFiles(token));
  }

  // RFC 9449 section 6.2
  @Test
  void introspection_tellsTheKey() throws Exception {
    CompactToken proof = key.dpopProof(ENDPOINT);
    String token = String.valueOf(answer(200, proof.value()).get("access_token"));
    Map<String, Object> told =
        world
            .service()
            .introspectionEndpoint()
            .handle(
                new TokenIntrospectionRequest(
                        URI.create("https://token.example/"),
                        world.service().introspectingVerifierFor("files").authentication(),
                        new BearerAccessToken(token))
                    .toHTTPRequest())
            .getBodyAsJSONObject();
    assertEquals("DPoP", told.get("token_type"));
    assertEquals(Map.of("jkt", thumbprint(proof)), told.get("cnf"));
  }
}
