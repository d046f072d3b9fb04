package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.grant.VerifiedExchange;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/**
 * A token service that decides on user and agent, before resources that see the user only.
 *
 * @param modest whether a token is asked for the one action of the call
 */
public record IssuanceControl(boolean modest) implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(IssuanceControl.class, "a control of the tests")
        .proving(
            Proof.of(Attributes.USER)
                .after(Point.ISSUANCE, List.of(Attributes.USER, Attributes.AGENT)))
        .cachedBy(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE, CacheKey.ACTION);
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
    String scope = modest ? Scope.of(resource, call.action()) : Scope.of(resource);
    return call.presenter()
        .exchange(subjectToken, actorToken, resource, scope)
        .map(token -> Credentials.bearer(token).holding(subjectToken, actorToken));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .credential(VerifiedExchange.class)
        .map(IssuanceControl::read)
        .or(() -> presentation.token().map(token -> user(token.subject())))
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedExchange exchange) {
    Evidence user = user(exchange.subject());
    return exchange.actor().map(actor -> user.verified(Attributes.AGENT, actor)).orElse(user);
  }

  private static Evidence user(String user) {
    return Evidence.none().verified(Attributes.USER, user);
  }
}
