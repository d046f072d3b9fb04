package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.ClientConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An HTTP request in which every part can be wrong. */
public final class RawRequest {
  public static final String ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";
  public static final String JWT_TYPE = "urn:ietf:params:oauth:token-type:jwt";

  private final List<Map.Entry<String, String>> parameters = new ArrayList<>();
  private final List<String> authorization = new ArrayList<>();
  private HTTPRequest.Method method = HTTPRequest.Method.POST;
  private String contentType = "application/x-www-form-urlencoded";
  private String suffix = "";

  static RawRequest anonymous() {
    return new RawRequest();
  }

  public static RawRequest of(AgentClient client) {
    return new RawRequest().authorized(header(client));
  }

  public static RawRequest of(ClientConnection connection) {
    return new RawRequest().authorized(connection.authentication().toHTTPAuthorizationHeader());
  }

  /** The authorization header that the client sends. */
  static String header(AgentClient client) {
    return ((ClientSecretBasic) client.authentication()).toHTTPAuthorizationHeader();
  }

  public RawRequest with(String name, String value) {
    without(name);
    return and(name, value);
  }

  public RawRequest and(String name, String value) {
    parameters.add(Map.entry(name, value));
    return this;
  }

  public RawRequest without(String name) {
    parameters.removeIf(parameter -> parameter.getKey().equals(name));
    return this;
  }

  RawRequest unauthorized() {
    authorization.clear();
    return this;
  }

  RawRequest authorized(String header) {
    authorization.add(header);
    return this;
  }

  RawRequest method(HTTPRequest.Method other) {
    method = other;
    return this;
  }

  RawRequest contentType(String other) {
    contentType = other;
    return this;
  }

  /** Adds raw text to the end of the body. */
  public RawRequest append(String text) {
    suffix += text;
    return this;
  }

  String body() {
    return String.join("&", parameters.stream().map(RawRequest::encode).toList()) + suffix;
  }

  public HTTPRequest toHttpRequest() {
    HTTPRequest request = new HTTPRequest(method, URI.create("https://token.example/token"));
    if (!authorization.isEmpty()) {
      request.setHeader("Authorization", authorization.toArray(String[]::new));
    }
    setContentType(request);
    request.setBody(body());
    return request;
  }

  private void setContentType(HTTPRequest request) {
    try {
      if (!contentType.isEmpty()) {
        request.setContentType(contentType);
      }
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static String encode(Map.Entry<String, String> parameter) {
    return parameter.getKey()
        + "="
        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8);
  }
}
