package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.token.BearerAccessToken;

/** One way to obtain a token at the token endpoint (RFC 6749 section 1.3). */
interface Grant {
  BearerAccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException;
}
