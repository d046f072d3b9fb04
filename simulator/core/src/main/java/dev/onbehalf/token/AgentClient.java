package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

/** An agent as a client of the token service; each call is one round trip. */
public final class AgentClient {
  // the endpoint is called in process, so the address only completes the request
  private static final URL ENDPOINT = url("https://token.example/token");

  // RFC 8693 section 3
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private final String id;
  private final ClientSecretBasic authentication;
  private final String authorization;
  private final String issuer;
  private final TokenEndpoint endpoint;
  private final OperationMeter meter;

  AgentClient(
      String id, String secret, String issuer, TokenEndpoint endpoint, OperationMeter meter) {
    this.id = id;
    this.authentication = new ClientSecretBasic(new ClientID(id), new Secret(secret));
    this.authorization = authentication.toHTTPAuthorizationHeader();
    this.issuer = issuer;
    this.endpoint = endpoint;
    this.meter = meter;
  }

  private static URL url(String text) {
    try {
      return URI.create(text).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The client identifier, which is the agent's name. */
  public String id() {
    return id;
  }

  ClientAuthentication authentication() {
    return authentication;
  }

  /**
   * The agent's own access token by client credentials (RFC 6749 section 4.4), with every action of
   * the resource as scope.
   */
  public CompactToken accessToken(String resource) {
    return ownToken(resource);
  }

  /** The agent's own token for the token service, to be used as actor token. */
  public CompactToken actorToken() {
    return ownToken(issuer);
  }

  /**
   * Exchanges tokens (RFC 8693 section 2).
   *
   * @param audience the resource, or the next agent of a chain
   * @param scope space-delimited; empty to keep the subject token's
   * @throws TokenRequestException with the error code of the answer
   */
  public CompactToken exchange(
      CompactToken subjectToken, CompactToken actorToken, String audience, String scope) {
    FormWriter form =
        new FormWriter(TokenExchange.GRANT_TYPE)
            .with("subject_token", subjectToken.value())
            .with("subject_token_type", ACCESS_TOKEN)
            .with("actor_token", actorToken.value())
            .with("actor_token_type", ACCESS_TOKEN)
            .with("requested_token_type", ACCESS_TOKEN)
            .with("audience", audience)
            .with("scope", scope);
    return send(form);
  }

  // names are no absolute URIs, so not the `resource` of RFC 8707 but the `audience` of RFC 8693
  private CompactToken ownToken(String audience) {
    return send(new FormWriter(ClientCredentials.GRANT_TYPE).with("audience", audience));
  }

  private CompactToken send(FormWriter form) {
    meter.countRoundTrip();
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, ENDPOINT);
    request.setHeader("Authorization", authorization);
    request.setHeader("Content-Type", FormWriter.CONTENT_TYPE);
    request.setBody(form.text());
    return TokenAnswer.token(endpoint.handle(request));
  }
}
