package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import java.util.Optional;

/** Answers clients who want tokens of theirs called back (RFC 7009 section 2). */
public record RevocationEndpoint(ClientAuthenticator authenticator, IssuedTokens tokens) {
  public HTTPResponse handle(HTTPRequest request) {
    try {
      FormParameters form = FormParameters.of(request);
      revoke(authenticator.authenticate(request, form), form.required("token"));
      // RFC 7009 section 2.2: for a token that isn't known, too
      return new HTTPResponse(200);
    } catch (RefusedRequestException e) {
      return e.toHttpResponse();
    }
  }

  private void revoke(RegisteredClient client, String text) throws RefusedRequestException {
    Optional<VerifiedToken> token = tokens.find(new CompactToken(text));
    if (token.isPresent()) {
      requireOwn(client, token.get());
      tokens.revoke(token.get());
    }
  }

  // RFC 7009 section 2.1: a token of another client is refused
  private static void requireOwn(RegisteredClient client, VerifiedToken token)
      throws RefusedRequestException {
    if (!token.clientId().equals(client.id())) {
      throw new RefusedRequestException(
          400, "unauthorized_client", "expected a token that was issued to this client");
    }
  }
}
