package dev.onbehalf.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the claims of a token must say before they are believed (RFC 9068 sections 2.2 and 4). */
final class ClaimsRules {
  private final String issuer;
  private final List<String> audiences;
  private final TimeRules timeRules;

  ClaimsRules(String issuer, List<String> audiences, TimeRules timeRules) {
    this.issuer = issuer;
    this.audiences = List.copyOf(audiences);
    this.timeRules = timeRules;
  }

  VerifiedToken check(SignedToken token) throws InvalidTokenException {
    JsonObject claims = token.claims();
    requireIssuer(claims);
    requireAudience(claims);
    timeRules.check(claims);
    return new VerifiedToken(
        issuer,
        claims.identifier("sub"),
        claims.text("aud"),
        claims.identifier("client_id"),
        claims.identifier("jti"),
        Instant.ofEpochSecond(claims.seconds("iat")),
        Instant.ofEpochSecond(claims.seconds("exp")),
        scope(claims),
        ActorReader.read(claims, "act"),
        ActorReader.read(claims, "may_act"),
        RunContext.read(claims),
        StepProofChain.read(claims));
  }

  // RFC 9068 section 4: exact match
  private void requireIssuer(JsonObject claims) throws InvalidTokenException {
    if (!claims.text("iss").equals(issuer)) {
      throw claims.unexpected("iss", PlainText.quote(issuer));
    }
  }

  // RFC 7519 section 4.1.3; RFC 9700 section 2.3: the token service writes one audience as a
  // string, so an array is not its work
  private void requireAudience(JsonObject claims) throws InvalidTokenException {
    if (!audiences.contains(claims.text("aud"))) {
      throw claims.unexpected("aud", quotedAudiences());
    }
  }

  private String quotedAudiences() {
    return String.join(" or ", audiences.stream().map(PlainText::quote).toList());
  }

  private static List<String> scope(JsonObject claims) throws InvalidTokenException {
    Optional<String> scope = claims.optionalText("scope");
    if (scope.isEmpty()) {
      return List.of();
    }
    return Scope.parse(scope.get())
        .orElseThrow(() -> claims.unexpected("scope", "values between single spaces"));
  }
}
