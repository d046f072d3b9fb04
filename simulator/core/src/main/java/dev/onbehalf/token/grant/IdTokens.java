package dev.onbehalf.token.grant;

import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.TokenType;
import dev.onbehalf.token.jose.Validity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Issues what tells a client who has logged in (OpenID Connect Core section 2). */
public final class IdTokens {
  private final Authority authority;

  public IdTokens(Authority authority) {
    this.authority = authority;
  }

  public CompactToken issue(String user, String client) {
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
