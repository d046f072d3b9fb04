package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.token.TypelessAccessToken;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import java.net.URI;

/** An agent as a client of the token service; each call is one round trip. */
public final class AgentClient {
  // the endpoint is called in process, so the address only completes the request
  private static final URI ENDPOINT = URI.create("https://token.example/token");

  private final String id;
  private final ClientAuthentication authentication;
  private final String issuer;
  private final TokenEndpoint endpoint;
  private final OperationMeter meter;

  AgentClient(
      String id, String secret, String issuer, TokenEndpoint endpoint, OperationMeter meter) {
    this.id = id;
    this.authentication = new ClientSecretBasic(new ClientID(id), new Secret(secret));
    this.issuer = issuer;
    this.endpoint = endpoint;
    this.meter = meter;
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

  /**
   * The agent's own token for a broker or gateway: it says who the agent is, and allows nothing.
   */
  public CompactToken identityToken(String point) {
    return ownToken(point);
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
    TokenExchangeGrant grant =
        new TokenExchangeGrant(
            new TypelessAccessToken(subjectToken.value()),
            TokenTypeURI.ACCESS_TOKEN,
            new TypelessAccessToken(actorToken.value()),
            TokenTypeURI.ACCESS_TOKEN,
            TokenTypeURI.ACCESS_TOKEN,
            Audience.create(audience));
    return send(
        new TokenRequest.Builder(ENDPOINT, authentication, grant)
            .scope(com.nimbusds.oauth2.sdk.Scope.parse(scope))
            .build());
  }

  /**
   * Exchanges a token without showing an actor token: the result reads as if the user had asked for
   * it (impersonation, RFC 8693 section 1.1).
   *
   * @param scope space-delimited; empty to keep the subject token's
   * @throws TokenRequestException with the error code of the answer
   */
  public CompactToken exchange(CompactToken subjectToken, String audience, String scope) {
    TokenExchangeGrant grant =
        new TokenExchangeGrant(
            new TypelessAccessToken(subjectToken.value()),
            TokenTypeURI.ACCESS_TOKEN,
            null,
            null,
            TokenTypeURI.ACCESS_TOKEN,
            Audience.create(audience));
    return send(
        new TokenRequest.Builder(ENDPOINT, authentication, grant)
            .scope(com.nimbusds.oauth2.sdk.Scope.parse(scope))
            .build());
  }

  // names are no absolute URIs, so not the `resource` of RFC 8707 but the `audience` of RFC 8693
  private CompactToken ownToken(String audience) {
    return send(
        new TokenRequest.Builder(ENDPOINT, authentication, new ClientCredentialsGrant())
            .customParameter("audience", audience)
            .build());
  }

  private CompactToken send(TokenRequest request) {
    meter.countRoundTrip();
    try {
      return token(TokenResponse.parse(endpoint.handle(request.toHTTPRequest())));
    } catch (ParseException e) {
      throw new IllegalStateException("the token service gave no answer of RFC 6749", e);
    }
  }

  private static CompactToken token(TokenResponse response) {
    if (!response.indicatesSuccess()) {
      ErrorObject error = response.toErrorResponse().getErrorObject();
      throw new TokenRequestException(error.getCode(), error.getDescription());
    }
    return new CompactToken(
        response.toSuccessResponse().getTokens().getBearerAccessToken().getValue());
  }
}
