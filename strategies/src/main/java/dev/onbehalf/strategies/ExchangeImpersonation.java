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
import dev.onbehalf.strategy.HandOver;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;

/**
 * Each agent exchanges the user's token for one that is indistinguishable from the user's own (RFC
 * 8693 section 1.1): it names the user as {@code sub}, nobody as {@code act}, and as {@code
 * client_id} what the user logged in with. A token service that names the agent there issues joint
 * evidence, which is the strategy {@code client-id}.
 */
public final class ExchangeImpersonation implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            ExchangeImpersonation.class,
            "the agent exchanges the user's token for one that doesn't name it")
        .specifiedBy("RFC 8693 sections 1.1 and 2.1")
        .knownAs(
            "impersonation, as RFC 8693 tells it from delegation",
            "https://www.rfc-editor.org/rfc/rfc8693#section-1.1")
        .usedBy(
            "ask at the token endpoint with grant_type"
                + " urn:ietf:params:oauth:grant-type:token-exchange, subject_token the user's, and"
                + " no actor_token",
            "at the resource decide by sub; the agent is in no claim")
        .needing(Machinery.AGENT_CLIENTS, Machinery.TOKEN_EXCHANGE)
        .proving(Proof.of(Attributes.USER))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsers(registrar);
    population.agents().forEach(registrar::registerImpersonator);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    HandOver impersonating =
        (agent, token, next) ->
            call.clients().apply(agent).impersonate(token, next, Scope.of(call.resource()));
    CompactToken userToken = call.user().subjectToken(call.path().get(0), call.resource());
    return impersonating.credentials(call.path(), userToken, call.resource());
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .token()
        .map(VerifiedToken::subject)
        .map(user -> Evidence.none().verified(Attributes.USER, user))
        .orElse(Evidence.none());
  }
}
