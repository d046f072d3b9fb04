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
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.Readings;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.VerifiedToken;
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
  @Override
  public About about() {
    return About.of(
            SecretBroker.class, "the agent calls through a broker, which puts in the user's login")
        .specifiedBy("RFC 6749 section 4.4, RFC 9068 section 2.2")
        .knownAs("Auth0 Token Vault", "https://auth0.com/ai/docs/intro/token-vault")
        .usedBy(
            "let users connect their accounts once; the broker keeps their tokens, and"
                + " agents never see them",
            "at the broker authenticate the agent, and decide on user and agent together",
            "at the resource decide by sub; it doesn't see the agent")
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
    return call.through(Point.BROKER, TokenService.BROKER);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.point() == Point.RESOURCE
        ? presentation.token().map(Readings::userOrInPerson).orElse(Evidence.none())
        : Readings.atDoor(presentation);
  }

  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    String user =
        admitted.credentials(VerifiedToken.class).stream()
            .filter(token -> !token.isOfClient())
            .map(VerifiedToken::subject)
            .findFirst()
            .orElseThrow();
    return onward.vault().apply(user).map(Presentation::bearer);
  }
}
