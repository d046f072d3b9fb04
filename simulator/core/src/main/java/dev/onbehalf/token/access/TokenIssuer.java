package dev.onbehalf.token.access;

import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.TokenType;
import dev.onbehalf.token.jose.Validity;
import java.util.LinkedHashMap;
import java.util.Map;

/** Issues access tokens in the profile of RFC 9068. */
public record TokenIssuer(Authority authority) {
  public IssuedToken issue(TokenDraft draft) {
    Validity validity = authority.validity(draft.notAfter());
    CompactToken token = authority.signer().sign(TokenType.ACCESS_TOKEN, claims(draft, validity));
    return new IssuedToken(token, validity.seconds(), draft.scope(), draft.boundTo().isPresent());
  }

  // RFC 9068 section 2.2
  private Map<String, Object> claims(TokenDraft draft, Validity validity) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", authority.name());
    claims.put("sub", draft.subject());
    claims.put("aud", draft.audience());
    claims.put("client_id", draft.clientId());
    validity.putInto(claims);
    claims.put("jti", authority.newId());
    if (!draft.scope().isEmpty()) {
      claims.put("scope", String.join(" ", draft.scope()));
    }
    draft.actor().ifPresent(actor -> claims.put("act", actor.toClaim()));
    draft.mayAct().ifPresent(actor -> claims.put("may_act", actor.toClaim()));
    draft.context().putInto(claims);
    if (!draft.stepProofs().isEmpty()) {
      claims.put(StepProofChain.CLAIM, draft.stepProofs().toClaim());
    }
    // RFC 9449 section 6.1
    draft.boundTo().ifPresent(key -> claims.put("cnf", Map.of("jkt", key)));
    return claims;
  }
}
