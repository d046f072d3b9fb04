package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.VerifiedExchange;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/**
 * Each agent trades the user's ID token for an identity provider's assertion, and that for a token
 * of the resource's own authorization server, which names the user as {@code sub} and the agent as
 * {@code client_id} (draft-ietf-oauth-identity-assertion-authz-grant). The identity provider
 * decides before it asserts, so the assertion is asked for the one action of the call. Of a chain
 * only the last agent is known.
 */
public final class IdentityAssertionGrant implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            IdentityAssertionGrant.class,
            "the agent trades the user's ID token for a token that names them both")
        .specifiedBy("draft-ietf-oauth-identity-assertion-authz-grant, RFC 7523 section 2.1")
        .knownAs(
            "Cross App Access of Okta and Auth0, by the draft's ID-JAG",
            "https://auth0.com/docs/xaa-resource-app")
        .usedBy(
            "ask the identity provider the token endpoint with grant_type"
                + " urn:ietf:params:oauth:grant-type:token-exchange, requested_token_type"
                + " urn:ietf:params:oauth:token-type:id-jag and aud the resource's own token"
                + " service",
            "present the assertion there with grant_type"
                + " urn:ietf:params:oauth:grant-type:jwt-bearer",
            "at the resource decide by sub and client_id together")
        .needing(
            Machinery.AGENT_CLIENTS,
            Machinery.TOKEN_EXCHANGE,
            Machinery.AGENT_AWARE_RESOURCES,
            Machinery.ISSUANCE_POLICY,
            Machinery.SECOND_AUTHORIZATION_SERVER)
        .proving(
            Proof.of(Attributes.USER, Attributes.AGENT)
                .after(Point.ISSUANCE, List.of(Attributes.USER, Attributes.AGENT)))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE, CacheKey.ACTION);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    population.forEachAgentAndResource(registrar::registerResourceClient);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    AgentClient agent = call.presenter();
    CompactToken idToken = call.user().idToken(agent.id());
    return agent
        .identityAssertion(idToken, call.resource(), Scope.of(call.resource(), call.action()))
        .flatMap(
            assertion ->
                agent
                    .assertedToken(assertion, call.resource())
                    .map(token -> Credentials.bearer(token).holding(idToken, assertion)));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .credential(VerifiedExchange.class)
        .map(asked -> evidence(asked.subject(), asked.clientId()))
        .or(() -> presentation.token().map(IdentityAssertionGrant::read))
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token) {
    return evidence(token.subject(), token.isOfLogin() ? Attributes.DIRECTLY : token.clientId());
  }

  private static Evidence evidence(String user, String agent) {
    return Evidence.none().verified(Attributes.USER, user).verified(Attributes.AGENT, agent);
  }
}
