package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.token.AccessToken;

/** One way to obtain a token at the token endpoint (RFC 6749 section 1.3). */
public interface Grant {
  AccessToken answer(RegisteredClient client, FormParameters form) throws RefusedRequestException;
}
