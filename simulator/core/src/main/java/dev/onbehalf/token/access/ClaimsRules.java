package dev.onbehalf.token.access;

import dev.onbehalf.token.jose.EnvelopeRules;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.SignatureVerifier.SignedToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the claims of a token must say before they are believed (RFC 9068 sections 2.2 and 4). */
public record ClaimsRules(EnvelopeRules envelope, ClaimsReader reader) {
  /** Rules for tokens that say it in the words of RFC 9068. */
  public ClaimsRules(EnvelopeRules envelope) {
    this(envelope, claims -> claims);
  }

  /** The token, if its claims say so. */
  public VerifiedToken check(SignedToken token) throws InvalidTokenException {
    JsonObject claims = reader.read(token.claims());
    envelope.check(claims);
    return new VerifiedToken(
        envelope.issuer(),
        claims.identifier("sub"),
        claims.text("aud"),
        claims.identifier("client_id"),
        claims.identifier("jti"),
        Instant.ofEpochSecond(claims.seconds("iat")),
        Instant.ofEpochSecond(claims.seconds("exp")),
        scope(claims),
        Actor.read(claims, "act"),
        Actor.read(claims, "may_act"),
        RunContext.read(claims),
        StepProofChain.read(claims),
        boundTo(claims));
  }

  // RFC 9449 section 6.1; RFC 7800 section 3.1: another confirmation isn't understood here
  private static Optional<String> boundTo(JsonObject claims) throws InvalidTokenException {
    Optional<JsonObject> confirmation = claims.optionalObject("cnf");
    if (confirmation.isEmpty()) {
      return Optional.empty();
    }
    if (!confirmation.get().names().equals(List.of("jkt"))) {
      throw claims.unexpected("cnf", "`jkt` alone");
    }
    return Optional.of(confirmation.get().identifier("jkt"));
  }

  /** The scope values; none if the claim is missing. */
  public static List<String> scope(JsonObject claims) throws InvalidTokenException {
    Optional<String> scope = claims.optionalText("scope");
    if (scope.isEmpty()) {
      return List.of();
    }
    return Scope.parse(scope.get())
        .orElseThrow(() -> claims.unexpected("scope", "values between single spaces"));
  }
}
