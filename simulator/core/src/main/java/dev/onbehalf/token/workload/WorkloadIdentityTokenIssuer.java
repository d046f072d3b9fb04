package dev.onbehalf.token.workload;

import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.TokenSigner;
import dev.onbehalf.token.jose.TokenType;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Issues workload identity tokens (draft-ietf-wimse-workload-creds section 3.1): a workload's name
 * and public key.
 */
public record WorkloadIdentityTokenIssuer(
    String name, TokenSigner signer, Clock clock, Duration lifetime, Supplier<String> ids) {
  CompactToken issue(String agent, Map<String, Object> publicJwk) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", name);
    claims.put("sub", AgentUri.of(agent));
    claims.put("iat", now);
    claims.put("exp", now + lifetime.toSeconds());
    claims.put("jti", ids.get());
    // RFC 7800 section 3.2
    claims.put("cnf", Map.of("jwk", publicJwk));
    return signer.sign(TokenType.WORKLOAD_IDENTITY, claims);
  }
}
