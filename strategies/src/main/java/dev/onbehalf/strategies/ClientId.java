package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/**
 * Each user consents to each agent, which gets a token by an authorization code (RFC 6749 section
 * 4.1) that names the user as {@code sub} and the agent as {@code client_id} (RFC 9068 section
 * 2.2). Of a chain only the last agent, which gets a token of its own, is known.
 */
public final class ClientId implements CredentialStrategy {
  @Override
  public String name() {
    return "client-id";
  }

  @Override
  public String summary() {
    return "the agent gets a token by the user's consent, which names it as client";
  }

  @Override
  public String specification() {
    return "RFC 9068 section 2.2, RFC 6749 section 4.1";
  }

  @Override
  public Proof proves() {
    List<String> both = List.of(Attributes.USER, Attributes.AGENT);
    return Proof.atResource(both, both);
  }

  @Override
  public List<CacheKey> cachedBy() {
    return List.of(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    CredentialStrategy.super.enrol(population, registrar);
    population.agents().forEach(registrar::registerClient);
    for (String user : population.users()) {
      population.agents().forEach(agent -> registrar.registerConsent(user, agent));
    }
  }

  @Override
  public Credentials obtain(Call call) {
    return Credentials.bearer(call.presenter().authorizedToken(call.user(), call.resource()));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.token().map(ClientId::read).orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token) {
    return Evidence.none()
        .verified(Attributes.USER, token.subject())
        .verified(Attributes.AGENT, token.isOfLogin() ? Attributes.DIRECTLY : token.clientId());
  }
}
