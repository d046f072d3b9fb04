package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import dev.onbehalf.text.PrintableText;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Answers HTTP requests for tokens (RFC 6749 section 3.2), whatever is in them. */
public final class TokenEndpoint {
  private final ClientAuthenticator authenticator;
  private final Map<String, Grant> grants;
  private final Set<String> granted = new HashSet<>();

  public TokenEndpoint(ClientAuthenticator authenticator, Map<String, Grant> grants) {
    this.authenticator = authenticator;
    this.grants = Map.copyOf(grants);
  }

  public HTTPResponse handle(HTTPRequest request) {
    try {
      return success(token(request));
    } catch (RefusedRequestException e) {
      return e.toHttpResponse();
    }
  }

  private AccessToken token(HTTPRequest request) throws RefusedRequestException {
    FormParameters form = FormParameters.of(request);
    RegisteredClient client = authenticator.authenticate(request, form);
    String grantType = form.required("grant_type");
    AccessToken token = grant(client, grantType).answer(client, form);
    granted.add(grantType);
    return token;
  }

  /** Whether a token was granted by the grant type. */
  public boolean hasGranted(String grantType) {
    return granted.contains(grantType);
  }

  private Grant grant(RegisteredClient client, String grantType) throws RefusedRequestException {
    Grant grant = grants.get(grantType);
    if (grant == null) {
      throw new RefusedRequestException(
          400,
          "unsupported_grant_type",
          "expected a supported grant type, found " + PrintableText.quoted(grantType));
    }
    if (!client.mayUse(grantType)) {
      throw new RefusedRequestException(
          400, "unauthorized_client", "expected a client that may use this grant type");
    }
    return grant;
  }

  // RFC 6749 section 5.1: with Cache-Control: no-store
  private static HTTPResponse success(AccessToken token) {
    return new AccessTokenResponse(new Tokens(token, null)).toHTTPResponse();
  }
}
