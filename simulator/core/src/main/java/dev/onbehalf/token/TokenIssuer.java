package dev.onbehalf.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Signs access tokens in the profile of RFC 9068. */
final class TokenIssuer {
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final String name;
  private final String header;
  private final JcaSigner signer;
  private final Clock clock;
  private final Duration lifetime;
  private final Supplier<String> ids;
  private long issued;

  TokenIssuer(
      String name,
      SigningKey key,
      JcaSigner signer,
      Clock clock,
      Duration lifetime,
      Supplier<String> ids) {
    this.name = name;
    // RFC 9068 section 2.1
    header =
        new JWSHeader.Builder(key.algorithm().jwsAlgorithm())
            .type(ACCESS_TOKEN)
            .keyID(key.id())
            .build()
            .toBase64URL()
            .toString();
    this.signer = signer;
    this.clock = clock;
    this.lifetime = lifetime;
    this.ids = ids;
  }

  /** The number of tokens issued so far. */
  long issued() {
    return issued;
  }

  IssuedToken issue(TokenDraft draft) {
    long now = clock.instant().getEpochSecond();
    long expiresAt = Math.min(now + lifetime.toSeconds(), draft.notAfter().getEpochSecond());
    CompactToken token = sign(claims(draft, now, expiresAt));
    issued++;
    return new IssuedToken(token, expiresAt - now, draft.scope());
  }

  // RFC 9068 section 2.2
  private Map<String, Object> claims(TokenDraft draft, long now, long expiresAt) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", name);
    claims.put("sub", draft.subject());
    claims.put("aud", draft.audience());
    claims.put("client_id", draft.clientId());
    claims.put("iat", now);
    claims.put("exp", expiresAt);
    claims.put("jti", ids.get());
    if (!draft.scope().isEmpty()) {
      claims.put("scope", String.join(" ", draft.scope()));
    }
    draft.actor().ifPresent(actor -> claims.put("act", actor.toClaim()));
    draft.mayAct().ifPresent(actor -> claims.put("may_act", actor.toClaim()));
    return claims;
  }

  // RFC 7515 section 7.1
  private CompactToken sign(Map<String, Object> claims) {
    byte[] payload = JsonText.of(claims).getBytes(StandardCharsets.UTF_8);
    String signingInput = header + "." + BASE64URL.encodeToString(payload);
    try {
      byte[] signature = signer.sign(signingInput.getBytes(StandardCharsets.US_ASCII));
      return new CompactToken(signingInput + "." + BASE64URL.encodeToString(signature));
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java runtime cannot sign", e);
    }
  }
}
