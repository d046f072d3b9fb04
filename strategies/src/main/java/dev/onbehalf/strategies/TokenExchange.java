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
 * Each agent exchanges the user's token for one that names the user as {@code sub} and the agent as
 * {@code act} (RFC 8693 sections 2.1 and 4.1).
 */
public final class TokenExchange implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            TokenExchange.class,
            "the agent exchanges the user's token for one that names them both")
        .specifiedBy("RFC 8693 sections 2.1 and 4.1")
        .knownAs(
            "on-behalf-of token exchange of Amazon Bedrock AgentCore",
            "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/on-behalf-of-token-exchange.html")
        .usedBy(
            "ask at the token endpoint with grant_type"
                + " urn:ietf:params:oauth:grant-type:token-exchange, subject_token the user's and"
                + " actor_token the agent's, aud the resource",
            "at the resource check iss, aud and exp, and decide by sub and act.sub together;"
                + " a token without act is the user in person",
            "make sure that the token service puts act into the token, as not every product"
                + " does by default")
        .needing(Machinery.AGENT_CLIENTS, Machinery.TOKEN_EXCHANGE, Machinery.AGENT_AWARE_RESOURCES)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT))
        .cachedBy(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    String agent = call.path().get(0);
    return call.exchanged(
        call.user().subjectToken(agent, call.resource()), Scope.of(call.resource()));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.token().map(TokenExchange::read).orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token) {
    Evidence evidence =
        agent(token)
            .map(agent -> user(token).verified(Attributes.AGENT, agent))
            .orElse(user(token));
    return token.isOfLogin() ? evidence : Readings.informed(evidence, token);
  }

  private static Evidence user(VerifiedToken token) {
    return Evidence.none().verified(Attributes.USER, token.subject());
  }

  /**
   * An agent can exchange a token without naming itself, so that no actor need not mean no agent.
   */
  private static Optional<String> agent(VerifiedToken token) {
    return token.isOfLogin() ? Optional.of(Attributes.DIRECTLY) : token.actor().map(Actor::subject);
  }
}
