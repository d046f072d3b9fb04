package dev.onbehalf.token.access;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import dev.onbehalf.token.jose.CompactToken;
import java.util.List;

/** A fresh token with what the answer of the token endpoint says about it. */
public record IssuedToken(
    CompactToken token, long secondsLeft, List<String> scope, boolean isBound) {
  public IssuedToken {
    scope = List.copyOf(scope);
  }

  /** As the answer of RFC 6749 section 5.1. */
  public AccessToken granted() {
    // RFC 9449 section 5: the type says whether the token is bound
    return isBound
        ? new DPoPAccessToken(token.value(), secondsLeft, answeredScope())
        : new BearerAccessToken(token.value(), secondsLeft, answeredScope());
  }

  /** As the answer of RFC 8693 section 2.2.1, which names the type of the token. */
  public AccessToken exchanged() {
    TokenTypeURI type = TokenTypeURI.ACCESS_TOKEN;
    return isBound
        ? new DPoPAccessToken(token.value(), secondsLeft, answeredScope(), type)
        : new BearerAccessToken(token.value(), secondsLeft, answeredScope(), type);
  }

  private com.nimbusds.oauth2.sdk.Scope answeredScope() {
    return com.nimbusds.oauth2.sdk.Scope.parse(scope);
  }
}
