package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.token.AccessToken;

/** One way to obtain a token at the token endpoint (RFC 6749 section 1.3). */
interface Grant {
  AccessToken answer(RegisteredClient client, FormParameters form) throws RefusedRequestException;
}
