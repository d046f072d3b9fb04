package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Machinery;
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
import dev.onbehalf.token.registry.Registrar;
import java.util.Optional;

/**
 * Token exchange as {@code sub} and {@code act} (RFC 8693 section 4.1) of a token into which the
 * user's login wrote the context of the call as {@code authorization_details} (RFC 9396 section
 * 9.1); an exchange keeps them as they are.
 */
public final class TokenExchangeContext implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            TokenExchangeContext.class,
            "token exchange of a token into which the login wrote the context")
        .specifiedBy("RFC 8693 section 4.1, RFC 9396 section 9.1")
        .knownAs(
            "rich authorization requests, kept in the token",
            "https://www.rfc-editor.org/rfc/rfc9396#section-9.1")
        .usedBy(
            "ask at the token endpoint with grant_type"
                + " urn:ietf:params:oauth:grant-type:token-exchange, subject_token the user's,"
                + " actor_token the agent's, and the context as authorization_details (RFC 9396)",
            "let the token service put the context into the token only if it knows it to be"
                + " true",
            "at the resource decide by sub, act.sub and authorization_details together")
        .needing(Machinery.AGENT_CLIENTS, Machinery.TOKEN_EXCHANGE, Machinery.AGENT_AWARE_RESOURCES)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT, Attributes.CONTEXT))
        .cachedBy(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE, CacheKey.CONTEXT);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return Credentials.bearer(call.user().accessToken(call.resource(), call.context()));
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    String agent = call.path().get(0);
    return call.exchanged(
        call.user().subjectToken(agent, call.resource(), call.context()),
        Scope.of(call.resource()));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.token().map(TokenExchangeContext::read).orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token) {
    Evidence user = Evidence.none().verified(Attributes.USER, token.subject());
    Evidence evidence =
        agent(token)
            .map(agent -> user.verified(Attributes.AGENT, agent))
            .orElse(user)
            .verifiedContext(token.context());
    return token.isOfLogin() ? evidence : Readings.informed(evidence, token);
  }

  /**
   * An agent can exchange a token without naming itself, so that no actor need not mean no agent.
   */
  private static Optional<String> agent(VerifiedToken token) {
    return token.isOfLogin() ? Optional.of(Attributes.DIRECTLY) : token.actor().map(Actor::subject);
  }
}
