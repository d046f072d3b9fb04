package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The answers of the token endpoint: written by the service, read by its clients. */
final class TokenAnswer {
  private static final String JSON = "application/json; charset=UTF-8";

  private TokenAnswer() {}

  /** The answer that brings a token (RFC 6749 section 5.1, RFC 8693 section 2.2.1). */
  static HTTPResponse success(BearerAccessToken token) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("access_token", token.getValue());
    if (token.getIssuedTokenType() != null) {
      members.put("issued_token_type", token.getIssuedTokenType().toString());
    }
    members.put("token_type", "Bearer");
    members.put("expires_in", token.getLifetime());
    if (token.getScope() != null && !token.getScope().isEmpty()) {
      members.put("scope", token.getScope().toString());
    }
    HTTPResponse response = new HTTPResponse(HTTPResponse.SC_OK);
    response.setHeader("Content-Type", JSON);
    // RFC 6749 section 5.1
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Pragma", "no-cache");
    response.setBody(JsonText.of(members));
    return response;
  }

  /**
   * The token that the answer brings.
   *
   * @throws TokenRequestException when it brings an error instead
   */
  static CompactToken token(HTTPResponse response) {
    try {
      if (!response.indicatesSuccess()) {
        throw refused(response);
      }
      JsonObject answer = StrictJson.read("answer", body(response));
      if (!answer.text("token_type").equalsIgnoreCase("Bearer")) {
        throw answer.unexpected("token_type", "`Bearer`");
      }
      return new CompactToken(answer.identifier("access_token"));
    } catch (ParseException | InvalidTokenException e) {
      throw new IllegalStateException("the token service gave no answer of RFC 6749", e);
    }
  }

  private static TokenRequestException refused(HTTPResponse response) throws ParseException {
    ErrorObject error = TokenErrorResponse.parse(response).getErrorObject();
    return new TokenRequestException(error.getCode(), error.getDescription());
  }

  private static byte[] body(HTTPResponse response) {
    return Optional.ofNullable(response.getBody()).orElse("").getBytes(StandardCharsets.UTF_8);
  }
}
