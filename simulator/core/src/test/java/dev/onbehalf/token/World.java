package dev.onbehalf.token;

import static org.junit.jupiter.api.Assertions.fail;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.ClientCredentials;
import dev.onbehalf.token.grant.ExchangeGrant;
import dev.onbehalf.token.grant.RawRequest;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.MutableClock;
import dev.onbehalf.token.jose.RawJson;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.util.List;

/** A token service with two users, three agents, two resources, and its owner's forge. */
public final class World {
  static final long SEED = 7;

  private final MutableClock clock = new MutableClock();
  private final TokenService service;
  private final Forge forge;

  public World(SigningAlgorithm algorithm) {
    service = TokenService.seeded(SEED, algorithm, clock);
    forge = Forge.ofService(SEED, algorithm);
    List.of("files", "mail", "https://api.example/v1").forEach(service::registerResource);
    List.of("alice", "bob").forEach(service::registerUser);
    List.of("planner", "bar", "baz").forEach(service::registerClient);
    service.registerConsent("alice", "bar");
    service.registerClient("legacy", List.of(ClientCredentials.GRANT_TYPE));
  }

  public static World fresh() {
    return new World(SigningAlgorithm.ES256);
  }

  public TokenService service() {
    return service;
  }

  public MutableClock clock() {
    return clock;
  }

  public Forge forge() {
    return forge;
  }

  /** The refusal of something that must not be granted. */
  public static Refusal refusal(Refusable<?> answer) {
    return answer.fold(granted -> fail("granted"), refusal -> refusal);
  }

  public AgentClient agent(String name) {
    return service.client(name);
  }

  /** Alice's subject token for the agent `bar` and the resource `files`. */
  public CompactToken subjectToken() {
    return service.logIn("alice").subjectToken("bar", "files");
  }

  /** What the resource `files` makes of the token. */
  public VerifiedToken atFiles(CompactToken token) throws InvalidTokenException {
    return service.resourceServers().verifierFor("files").verify(token);
  }

  public HTTPResponse send(RawRequest request) {
    return service.endpoint().handle(request.toHttpRequest());
  }

  /** A request of `bar` for an exchange that would be granted. */
  public RawRequest exchange() {
    return RawRequest.of(agent("bar"))
        .with("grant_type", ExchangeGrant.GRANT_TYPE)
        .with("subject_token", subjectToken().value())
        .with("subject_token_type", RawRequest.ACCESS_TOKEN_TYPE)
        .with("actor_token", agent("bar").actorToken().orElseThrow().value())
        .with("actor_token_type", RawRequest.ACCESS_TOKEN_TYPE)
        .with("audience", "files");
  }

  /** Claims of a subject token for `bar`, to be forged. */
  public static RawJson subjectClaims() {
    return Forge.claims().withText("aud", "bar");
  }

  /** Claims of an actor token of `bar`, to be forged. */
  public static RawJson actorClaims() {
    return Forge.claims()
        .withText("sub", "bar")
        .withText("client_id", "bar")
        .withText("aud", Forge.ISSUER)
        .without("scope");
  }
}
