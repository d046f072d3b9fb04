package dev.onbehalf.token.grant;

import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.SignatureVerifier;
import dev.onbehalf.token.jose.TokenType;
import dev.onbehalf.token.jose.Validity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tells a client who has logged in (OpenID Connect Core section 2). */
public final class IdTokens {
  private final Authority authority;
  private final SignatureVerifier signatures;

  public IdTokens(Authority authority) {
    this.authority = authority;
    signatures = authority.signatures(TokenType.ID_TOKEN);
  }

  /**
   * Tells the client of the user.
   *
   * @param login what the user's login knows of the context
   */
  public IssuedToken issue(String user, RunContext login, String client) {
    Validity validity = authority.validity(Instant.MAX);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", authority.name());
    claims.put("sub", user);
    claims.put("aud", client);
    validity.putInto(claims);
    claims.put("auth_time", validity.issuedAt());
    login.putInto(claims);
    CompactToken token = authority.signer().sign(TokenType.ID_TOKEN, claims);
    return new IssuedToken(token, validity.seconds(), List.of(), false);
  }

  /** The user whom the token tells this client of (OpenID Connect Core section 3.1.3.7). */
  Login verify(CompactToken token, String client) throws InvalidTokenException {
    JsonObject claims = signatures.verify(token).claims();
    authority.envelope(List.of(client)).check(claims);
    return new Login(
        claims.identifier("sub"),
        RunContext.read(claims),
        Instant.ofEpochSecond(claims.seconds("exp")));
  }

  /** Who has logged in, in what context, and until when that is known. */
  record Login(String user, RunContext context, Instant expiresAt) {}
}
