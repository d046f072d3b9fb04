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
import dev.onbehalf.strategy.Onward;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/**
 * Agents call through a gateway, which sees the user's token and the agent's own. It exchanges the
 * user's token for one at the resource that names no actor (RFC 8693 section 2.1), so that the
 * resource sees the user, and by the gateway's own {@code client_id} (RFC 9068 section 2.2) that
 * she doesn't call in person.
 */
public final class Gateway implements CredentialStrategy {
  private static final String USER_TOKEN = "user-token";

  @Override
  public About about() {
    return About.of(
            Gateway.class, "the agent calls through a gateway, which goes on as the user alone")
        .specifiedBy("RFC 8693 section 2.1, RFC 9068 section 2.2")
        .needing(Machinery.AGENT_CLIENTS, Machinery.TOKEN_EXCHANGE, Machinery.GATEWAY)
        .proving(
            Proof.atResource(List.of(Attributes.USER, Attributes.AGENT), List.of(Attributes.USER))
                .after(Point.GATEWAY, List.of(Attributes.USER, Attributes.AGENT)))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    registrar.registerClient(TokenService.GATEWAY);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    CompactToken userToken = call.user().subjectToken(TokenService.GATEWAY, call.resource());
    return call.presenter()
        .identityToken(TokenService.GATEWAY)
        .map(
            agentToken ->
                Credentials.of(
                        new Part.BearerToken(agentToken),
                        new Part.SignedHeader(USER_TOKEN, userToken))
                    .at(Point.GATEWAY));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    if (presentation.point() == Point.RESOURCE) {
      return presentation.token().map(Gateway::readAtResource).orElse(Evidence.none());
    }
    Evidence evidence = Evidence.none();
    for (VerifiedToken token : presentation.credentials(VerifiedToken.class)) {
      // RFC 9068 section 2.2: the subject of a token by client credentials is the client.
      boolean isOwn = token.subject().equals(token.clientId());
      evidence = evidence.verified(isOwn ? Attributes.AGENT : Attributes.USER, token.subject());
    }
    return evidence;
  }

  private static Evidence readAtResource(VerifiedToken token) {
    Evidence evidence = Evidence.none().verified(Attributes.USER, token.subject());
    return token.isOfLogin() ? evidence.verified(Attributes.AGENT, Attributes.DIRECTLY) : evidence;
  }

  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    CompactToken userToken = admitted.presented().signedHeader(USER_TOKEN).orElseThrow();
    String scope = Scope.of(onward.resource(), onward.action());
    return onward
        .clients()
        .apply(TokenService.GATEWAY)
        .impersonate(userToken, onward.resource(), scope)
        .map(Presentation::bearer);
  }
}
