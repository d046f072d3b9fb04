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
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/**
 * Users leave a login with a broker, and the agent calls through it with the user's token made out
 * to the broker and a token of its own (RFC 6749 section 4.4); a mere reference to the login would
 * be a word that nobody signs. The broker puts the access token that the login yields into the
 * call, so that the agent never has it. The resource sees the user, and by the broker's own {@code
 * client_id} (RFC 9068 section 2.2) that she doesn't call in person.
 */
public final class SecretBroker implements CredentialStrategy {
  private static final String USER_TOKEN = "user-token";

  @Override
  public About about() {
    return About.of(
            SecretBroker.class, "the agent calls through a broker, which puts in the user's login")
        .specifiedBy("RFC 6749 section 4.4, RFC 9068 section 2.2")
        .needing(Machinery.AGENT_CLIENTS, Machinery.BROKER)
        .proving(
            Proof.atResource(List.of(Attributes.USER, Attributes.AGENT), List.of(Attributes.USER))
                .after(Point.BROKER, List.of(Attributes.USER, Attributes.AGENT)))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    population.forEachUserAndResource(registrar::registerVaultEntry);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    CompactToken userToken = call.user().subjectToken(TokenService.BROKER, call.resource());
    return call.presenter()
        .identityToken(TokenService.BROKER)
        .map(
            agentToken ->
                Credentials.of(
                        new Part.BearerToken(agentToken),
                        new Part.SignedHeader(USER_TOKEN, userToken))
                    .at(Point.BROKER));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    if (presentation.point() == Point.RESOURCE) {
      return presentation.token().map(SecretBroker::readAtResource).orElse(Evidence.none());
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
    String user =
        admitted.credentials(VerifiedToken.class).stream()
            .filter(token -> !token.subject().equals(token.clientId()))
            .map(VerifiedToken::subject)
            .findFirst()
            .orElseThrow();
    return onward.vault().apply(user).map(Presentation::bearer);
  }
}
