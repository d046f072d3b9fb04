package dev.onbehalf.token.grant;

import dev.onbehalf.token.access.ClaimsRules;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * An identity provider's word for a user whom a client acts for, verified
 * (draft-ietf-oauth-identity-assertion-authz-grant, ID-JAG).
 */
record IdentityAssertion(
    String id, String user, String client, List<String> scope, Instant expiresAt) {
  IdentityAssertion {
    scope = List.copyOf(scope);
  }

  static IdentityAssertion read(JsonObject claims) throws InvalidTokenException {
    return new IdentityAssertion(
        claims.identifier("jti"),
        claims.identifier("sub"),
        claims.identifier("client_id"),
        ClaimsRules.scope(claims),
        Instant.ofEpochSecond(claims.seconds("exp")));
  }
}
