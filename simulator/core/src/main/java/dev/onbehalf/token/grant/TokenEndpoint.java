package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import dev.onbehalf.text.PrintableText;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers HTTP requests for tokens (RFC 6749 section 3.2), whatever is in them. */
public final class TokenEndpoint {
  private static final int LONGEST_BODY = 64 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

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
    FormParameters form = FormParameters.parse(body(request));
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

  private static String body(HTTPRequest request) throws RefusedRequestException {
    // RFC 6749 section 3.2
    if (request.getMethod() != HTTPRequest.Method.POST) {
      throw new RefusedRequestException(405, "invalid_request", "expected POST");
    }
    requireForm(request);
    String body = Optional.ofNullable(request.getBody()).orElse("");
    if (body.getBytes(StandardCharsets.UTF_8).length > LONGEST_BODY) {
      throw new RefusedRequestException(
          413, "invalid_request", "expected a body of at most %d bytes".formatted(LONGEST_BODY));
    }
    return body;
  }

  // RFC 6749 section 4.4.2, RFC 8693 section 2.1
  private static void requireForm(HTTPRequest request) throws RefusedRequestException {
    boolean isForm =
        Optional.ofNullable(request.getEntityContentType())
            .filter(type -> type.getType().equals(FORM))
            .isPresent();
    if (!isForm) {
      throw RefusedRequestException.invalidRequest("expected content of type " + FORM);
    }
  }

  // RFC 6749 section 5.1: with Cache-Control: no-store
  private static HTTPResponse success(AccessToken token) {
    return new AccessTokenResponse(new Tokens(token, null)).toHTTPResponse();
  }
}
