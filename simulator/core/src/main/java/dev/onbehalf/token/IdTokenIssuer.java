package dev.onbehalf.token;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Issues what tells a client who has logged in (OpenID Connect Core section 2). */
final class IdTokenIssuer {
  private final Authority authority;

  IdTokenIssuer(Authority authority) {
    this.authority = authority;
  }

  CompactToken issue(String user, String client) {
    Validity validity = authority.validity(Instant.MAX);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", authority.name());
    claims.put("sub", user);
    claims.put("aud", client);
    validity.putInto(claims);
    claims.put("auth_time", validity.issuedAt());
    return authority.signer().sign(TokenType.ID_TOKEN, claims);
  }
}
