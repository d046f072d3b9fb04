package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;

/** Exchanges tokens, and takes one without an actor for the user's own, whoever asked for it. */
public record ConcealingControl() implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(ConcealingControl.class, "a control of the tests")
        .proving(Proof.of(Attributes.USER, Attributes.AGENT))
        .cachedBy(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    String resource = call.resource();
    CompactToken subjectToken = call.user().subjectToken(call.presenterName(), resource);
    CompactToken actorToken = call.presenter().actorToken().orElseThrow();
    return call.presenter()
        .exchange(subjectToken, actorToken, resource, Scope.of(resource))
        .map(token -> Credentials.bearer(token).holding(subjectToken, actorToken));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.token().map(ConcealingControl::read).orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token) {
    return Evidence.none()
        .verified(Attributes.USER, token.subject())
        .verified(Attributes.AGENT, token.actor().map(Actor::subject).orElse(Attributes.DIRECTLY));
  }
}
