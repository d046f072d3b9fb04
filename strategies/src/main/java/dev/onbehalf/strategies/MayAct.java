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
import dev.onbehalf.strategy.Readings;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.VerifiedExchange;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;
import java.util.Optional;

/**
 * The user's token names the agent that the user consented to, and no other can exchange it (RFC
 * 8693 section 4.4). The token service decides on user and agent before it issues a token for one
 * action, and the resource once more.
 */
public final class MayAct implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            MayAct.class, "the agent exchanges a token that names it as the one who may do so")
        .specifiedBy("RFC 8693 sections 2.1 and 4.4")
        .knownAs(
            "delegation by consent of Keycloak 26.8, experimental",
            "https://github.com/keycloak/keycloak/issues/53040")
        .usedBy(
            "let the user's token name in may_act the agents that she lets act (RFC 8693"
                + " section 4.4)",
            "ask at the token endpoint with grant_type"
                + " urn:ietf:params:oauth:grant-type:token-exchange, subject_token hers and"
                + " actor_token the agent's; the token service refuses an actor that may_act"
                + " doesn't name",
            "at the resource decide by sub and act.sub together")
        .needing(
            Machinery.AGENT_CLIENTS,
            Machinery.TOKEN_EXCHANGE,
            Machinery.AGENT_AWARE_RESOURCES,
            Machinery.CONSENT,
            Machinery.ISSUANCE_POLICY)
        .proving(
            Proof.of(Attributes.USER, Attributes.AGENT)
                .after(Point.ISSUANCE, List.of(Attributes.USER, Attributes.AGENT)))
        .cachedBy(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE, CacheKey.ACTION);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    population.forEachUserAndAgent(registrar::registerConsent);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    String agent = call.path().get(0);
    return call.exchanged(
        call.user().consentedToken(agent, call.resource()),
        Scope.of(call.resource(), call.action()));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .credential(VerifiedExchange.class)
        .map(MayAct::read)
        .or(() -> presentation.token().map(MayAct::read))
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedExchange exchange) {
    return evidence(exchange.subject(), exchange.actor());
  }

  private static Evidence read(VerifiedToken token) {
    return token.isOfLogin()
        ? evidence(token.subject(), Optional.of(Attributes.DIRECTLY))
        : Readings.informed(evidence(token.subject(), token.actor().map(Actor::subject)), token);
  }

  private static Evidence evidence(String user, Optional<String> agent) {
    Evidence evidence = Evidence.none().verified(Attributes.USER, user);
    return agent.map(name -> evidence.verified(Attributes.AGENT, name)).orElse(evidence);
  }
}
