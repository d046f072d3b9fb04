package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
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
import dev.onbehalf.token.VaultEntry;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;
import java.util.Optional;

/**
 * Users leave a login with a broker, and the agent calls through it with a reference to the login
 * and a token of its own (RFC 6749 section 4.4). The broker puts the user's access token into the
 * call, so that the agent never has it and the resource sees the user only.
 */
public final class SecretBroker implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            SecretBroker.class, "the agent calls through a broker, which puts in the user's login")
        .specifiedBy("RFC 6749 section 4.4, RFC 6750 section 2.1")
        .proving(
            Proof.of(Attributes.USER)
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
    String reference = call.user().vaultReference(call.resource());
    return call.presenter()
        .identityToken(TokenService.BROKER)
        .map(
            agentToken ->
                Credentials.of(new Part.BearerToken(agentToken), new Part.VaultReference(reference))
                    .at(Point.BROKER));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    if (presentation.point() == Point.RESOURCE) {
      return show(Attributes.USER, presentation.token().map(VerifiedToken::subject));
    }
    Evidence agent = show(Attributes.AGENT, presentation.token().map(VerifiedToken::subject));
    return presentation
        .credential(VaultEntry.class)
        .map(login -> agent.verified(Attributes.USER, login.user()))
        .orElse(agent);
  }

  private static Evidence show(String attribute, Optional<String> name) {
    return name.map(known -> Evidence.none().verified(attribute, known)).orElse(Evidence.none());
  }

  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    VaultEntry login = admitted.credential(VaultEntry.class).orElseThrow();
    return Refusable.of(Presentation.bearer(login.session().accessToken(onward.resource())));
  }
}
