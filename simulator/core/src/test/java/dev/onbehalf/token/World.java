package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.List;

/** A token service with two users, three agents, two resources, and its owner's forge. */
final class World {
  static final long SEED = 7;

  private final MutableClock clock = new MutableClock();
  private final TokenService service;
  private final Forge forge;

  World(SigningAlgorithm algorithm) {
    service = TokenService.seeded(SEED, algorithm, clock);
    forge = Forge.ofService(SEED, algorithm);
    List.of("files", "mail", "https://api.example/v1").forEach(service::registerResource);
    List.of("alice", "bob").forEach(service::registerUser);
    List.of("planner", "bar", "baz").forEach(service::registerClient);
    service.registerConsent("alice", "bar");
    service.registerClient("legacy", List.of(ClientCredentials.GRANT_TYPE));
  }

  static World fresh() {
    return new World(SigningAlgorithm.ES256);
  }

  TokenService service() {
    return service;
  }

  MutableClock clock() {
    return clock;
  }

  Forge forge() {
    return forge;
  }

  AgentClient agent(String name) {
    return service.client(name);
  }

  /** Alice's subject token for the agent `bar` and the resource `files`. */
  CompactToken subjectToken() {
    return service.logIn("alice").subjectToken("bar", "files");
  }

  /** What the resource `files` makes of the token. */
  VerifiedToken atFiles(CompactToken token) throws InvalidTokenException {
    return service.verifierFor("files").verify(token);
  }

  HTTPResponse send(RawRequest request) {
    return service.endpoint().handle(request.toHttpRequest());
  }

  /** A request of `bar` for an exchange that would be granted. */
  RawRequest exchange() {
    return RawRequest.of(agent("bar"))
        .with("grant_type", TokenExchange.GRANT_TYPE)
        .with("subject_token", subjectToken().value())
        .with("subject_token_type", RawRequest.ACCESS_TOKEN_TYPE)
        .with("actor_token", agent("bar").actorToken().value())
        .with("actor_token_type", RawRequest.ACCESS_TOKEN_TYPE)
        .with("audience", "files");
  }

  /** Claims of a subject token for `bar`, to be forged. */
  static RawJson subjectClaims() {
    return Forge.claims().withText("aud", "bar");
  }

  /** Claims of an actor token of `bar`, to be forged. */
  static RawJson actorClaims() {
    return Forge.claims()
        .withText("sub", "bar")
        .withText("client_id", "bar")
        .withText("aud", Forge.ISSUER)
        .without("scope");
  }
}
