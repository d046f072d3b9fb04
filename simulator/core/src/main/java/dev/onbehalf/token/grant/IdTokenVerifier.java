package dev.onbehalf.token.grant;

import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.SignatureVerifier;
import dev.onbehalf.token.jose.TokenType;
import java.time.Instant;
import java.util.List;

/** Verifies ID tokens of one issuer (OpenID Connect Core section 3.1.3.7). */
final class IdTokenVerifier {
  private final Authority authority;
  private final SignatureVerifier signatures;

  IdTokenVerifier(Authority authority) {
    this.authority = authority;
    signatures = authority.signatures(TokenType.ID_TOKEN);
  }

  /** The user whom the token tells this client of. */
  Login verify(CompactToken token, String client) throws InvalidTokenException {
    JsonObject claims = signatures.verify(token).claims();
    authority.envelope(List.of(client)).check(claims);
    return new Login(claims.identifier("sub"), Instant.ofEpochSecond(claims.seconds("exp")));
  }

  /** Who has logged in, and until when that is known. */
  record Login(String user, Instant expiresAt) {}
}
