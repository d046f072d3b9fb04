package dev.onbehalf.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.token.TypelessAccessToken;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import dev.onbehalf.token.grant.ExchangeTypes;
import dev.onbehalf.token.grant.StepProofExtension;
import dev.onbehalf.token.grant.TransactionContext;
import dev.onbehalf.token.grant.TransactionTokenVerifier;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.workload.WorkloadKey;
import java.text.ParseException;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** An agent as a client of the token service; each call is one round trip. */
public final class AgentClient {
  private final String issuer;
  private final ClientConnection tokenService;
  private final CodeFlow codeFlow;
  private final BiFunction<String, String, ClientConnection> resourceServers;

  /**
   * A client of the token service.
   *
   * @param resourceServers the way of a client, by its name, to a resource's own server
   */
  AgentClient(
      String issuer,
      ClientConnection tokenService,
      CodeFlow codeFlow,
      BiFunction<String, String, ClientConnection> resourceServers) {
    this.issuer = issuer;
    this.tokenService = tokenService;
    this.codeFlow = codeFlow;
    this.resourceServers = resourceServers;
  }

  /** The client identifier, which is the agent's name. */
  public String id() {
    return tokenService.client().id();
  }

  public ClientAuthentication authentication() {
    return tokenService.authentication();
  }

  /**
   * The agent's own access token by client credentials (RFC 6749 section 4.4), with every action of
   * the resource as scope.
   */
  public Refusable<CompactToken> accessToken(String resource) {
    return ownToken(resource);
  }

  /**
   * The agent's own token for a broker or gateway: it says who the agent is, and allows nothing.
   */
  public Refusable<CompactToken> identityToken(String point) {
    return ownToken(point);
  }

  /** The agent's own token for the token service, to be used as actor token. */
  public Refusable<CompactToken> actorToken() {
    return ownToken(issuer);
  }

  /**
   * A token that the user authorizes the agent to have, by an authorization code with PKCE (RFC
   * 6749 section 4.1, RFC 7636): one round trip of the user's browser and one of the agent.
   */
  public Refusable<CompactToken> authorizedToken(UserSession user, String resource) {
    return codeFlow.token(user, resource);
  }

  /**
   * Exchanges tokens (RFC 8693 section 2).
   *
   * @param audience the resource, or the next agent of a chain
   * @param scope space-delimited; empty to keep the subject token's
   */
  public Refusable<CompactToken> exchange(
      CompactToken subjectToken, CompactToken actorToken, String audience, String scope) {
    return tokenService.send(request(delegation(subjectToken, actorToken, audience), scope));
  }

  /**
   * Exchanges tokens for one that is bound to the agent's key (RFC 9449 section 5).
   *
   * @param scope space-delimited; empty to keep the subject token's
   */
  public Refusable<CompactToken> exchangeBound(
      CompactToken subjectToken,
      CompactToken actorToken,
      WorkloadKey key,
      String resource,
      String scope) {
    return tokenService.send(request(delegation(subjectToken, actorToken, resource), scope), key);
  }

  /**
   * Exchanges tokens with a step proof, which the result carries on
   * (draft-mw-oauth-actor-chain-01).
   *
   * @param audience the resource, or the next agent of a chain, as the step proof names it
   */
  public Refusable<CompactToken> exchange(
      CompactToken subjectToken,
      CompactToken actorToken,
      CompactToken stepProof,
      String audience,
      String scope) {
    return tokenService.send(
        request(delegation(subjectToken, actorToken, audience), scope)
            .customParameter(StepProofExtension.PARAMETER, stepProof.value()));
  }

  /**
   * Exchanges the subject token for one without an actor (RFC 8693 section 1.1, impersonation). It
   * still names this client as who asked for it, unless the client is trusted to impersonate.
   *
   * @param audience the resource, or the next agent of a chain
   * @param scope space-delimited; empty to keep the subject token's
   */
  public Refusable<CompactToken> impersonate(
      CompactToken subjectToken, String audience, String scope) {
    return exchange(
        new TokenExchangeGrant(
            new TypelessAccessToken(subjectToken.value()),
            TokenTypeURI.ACCESS_TOKEN,
            null,
            null,
            TokenTypeURI.ACCESS_TOKEN,
            Audience.create(audience)),
        scope);
  }

  /**
   * Has the access token that came in with a call turned into a token for one transaction
   * (draft-ietf-oauth-transaction-tokens, Txn-Token Request).
   */
  public Refusable<CompactToken> transactionToken(
      CompactToken inbound, String resource, String action) {
    TransactionContext transaction = new TransactionContext(resource, action, new TreeMap<>());
    TokenExchangeGrant grant =
        new TokenExchangeGrant(
            new TypelessAccessToken(inbound.value()),
            TokenTypeURI.ACCESS_TOKEN,
            null,
            null,
            ExchangeTypes.TRANSACTION_TOKEN,
            Audience.create(TransactionTokenVerifier.TRUST_DOMAIN));
    return tokenService.send(
        tokenService
            .request(grant)
            .scope(com.nimbusds.oauth2.sdk.Scope.parse(transaction.purpose()))
            .customParameter(
                "request_details", JSONObjectUtils.toJSONString(transaction.toClaim())));
  }

  /**
   * Has the user's ID token turned into an assertion to the authorization server of the resource
   * (draft-ietf-oauth-identity-assertion-authz-grant, Token Exchange).
   */
  public Refusable<CompactToken> identityAssertion(
      CompactToken idToken, String resource, String scope) {
    return exchange(
        new TokenExchangeGrant(
            new TypelessAccessToken(idToken.value()),
            TokenTypeURI.ID_TOKEN,
            null,
            null,
            ExchangeTypes.ID_JAG,
            Audience.create(ResourceAuthorizationServer.issuerOf(resource))),
        scope);
  }

  /**
   * Brings such an assertion to that server for an access token
   * (draft-ietf-oauth-identity-assertion-authz-grant, Access Token Request).
   */
  public Refusable<CompactToken> assertedToken(CompactToken assertion, String resource) {
    ClientConnection server = resourceServers.apply(id(), resource);
    return server.send(
        server.request(bearerGrant(assertion)).customParameter("audience", resource));
  }

  private static JWTBearerGrant bearerGrant(CompactToken assertion) {
    try {
      return new JWTBearerGrant(SignedJWT.parse(assertion.value()));
    } catch (ParseException e) {
      throw new IllegalArgumentException("expected a signed token", e);
    }
  }

  private static TokenExchangeGrant delegation(
      CompactToken subjectToken, CompactToken actorToken, String audience) {
    return new TokenExchangeGrant(
        new TypelessAccessToken(subjectToken.value()),
        TokenTypeURI.ACCESS_TOKEN,
        new TypelessAccessToken(actorToken.value()),
        TokenTypeURI.ACCESS_TOKEN,
        TokenTypeURI.ACCESS_TOKEN,
        Audience.create(audience));
  }

  private Refusable<CompactToken> exchange(TokenExchangeGrant grant, String scope) {
    return tokenService.send(request(grant, scope));
  }

  private TokenRequest.Builder request(TokenExchangeGrant grant, String scope) {
    return tokenService.request(grant).scope(com.nimbusds.oauth2.sdk.Scope.parse(scope));
  }

  // names are no absolute URIs, so not the `resource` of RFC 8707 but the `audience` of RFC 8693
  private Refusable<CompactToken> ownToken(String audience) {
    return tokenService.send(
        tokenService.request(new ClientCredentialsGrant()).customParameter("audience", audience));
  }
}
