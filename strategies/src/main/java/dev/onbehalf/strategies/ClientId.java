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
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.registry.Registrar;

/**
 * An administrator consents to each agent once, for all users, as is usual within one organization;
 * consent by each user would be one for each pair. The agent gets a token by an authorization code
 * (RFC 6749 section 4.1) that names the user as {@code sub} and the agent as {@code client_id} (RFC
 * 9068 section 2.2). Of a chain only the last agent, which gets a token of its own, is known.
 */
public final class ClientId implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            ClientId.class, "the agent gets a token by authorization code that names it as client")
        .specifiedBy("RFC 9068 section 2.2, RFC 6749 section 4.1")
        .knownAs(
            "Microsoft Entra agent identities, which name the agent in azp",
            "https://learn.microsoft.com/en-us/entra/agent-id/identity-platform/agent-token-claims")
        .usedBy(
            "register each agent as a client, and have an administrator consent to it for all"
                + " users (where they consent themselves, there is one consent for each user and"
                + " agent to look after)",
            "obtain at the token endpoint with grant_type authorization_code a token that is"
                + " issued to the agent",
            "at the resource check iss, aud and exp, and decide by sub and client_id"
                + " together (azp where the product has that)")
        .needing(Machinery.AGENT_CLIENTS, Machinery.AGENT_AWARE_RESOURCES, Machinery.CONSENT)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    population.agents().forEach(registrar::registerAdministratorConsent);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return call.presenter().authorizedToken(call.user(), call.resource()).map(Credentials::bearer);
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
