package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** A request that the token endpoint answers with an error (RFC 6749 section 5.2). */
public final class RefusedRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  RefusedRequestException(int status, String code, String description) {
    super(description);
    this.status = status;
    this.code = code;
  }

  static RefusedRequestException invalidRequest(String description) {
    return new RefusedRequestException(400, "invalid_request", description);
  }

  // RFC 6749 section 5.2, RFC 7521 section 4.1.1
  static RefusedRequestException invalidGrant(String description) {
    return new RefusedRequestException(400, "invalid_grant", description);
  }

  // RFC 8693 section 2.2.2
  static RefusedRequestException invalidTarget(String description) {
    return new RefusedRequestException(400, "invalid_target", description);
  }

  static RefusedRequestException invalidScope(String description) {
    return new RefusedRequestException(400, "invalid_scope", description);
  }

  // RFC 9449 section 5
  static RefusedRequestException invalidProof(String description) {
    return new RefusedRequestException(400, "invalid_dpop_proof", description);
  }

  // RFC 6749 section 5.2: 401, and the challenge of RFC 9110 section 11.6.1
  static RefusedRequestException invalidClient(String description) {
    return new RefusedRequestException(401, "invalid_client", description);
  }

  HTTPResponse toHttpResponse() {
    HTTPResponse response = new TokenErrorResponse(errorObject()).toHTTPResponse();
    if (status == 401) {
      response.setWWWAuthenticate("Basic realm=\"token endpoint\", charset=\"UTF-8\"");
    }
    if (status == 405) {
      response.setHeader("Allow", "POST");
    }
    return response;
  }

  // RFC 6749 section 5.2: a description is printable ASCII without quote and backslash
  public ErrorObject errorObject() {
    String description = String.valueOf(getMessage()).replaceAll("[^ !#-\\[\\]-~]", "?");
    return new ErrorObject(code, description, status);
  }
}
