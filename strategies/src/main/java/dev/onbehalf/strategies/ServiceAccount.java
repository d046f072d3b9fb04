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
import java.util.List;

/**
 * Each agent has an account of its own and calls with client credentials (RFC 6749 section 4.4).
 */
public final class ServiceAccount implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(ServiceAccount.class, "the agent calls with an account of its own")
        .specifiedBy("RFC 6749 section 4.4")
        .knownAs(
            "client credentials grant of OAuth 2.0",
            "https://www.rfc-editor.org/rfc/rfc6749#section-4.4")
        .usedBy(
            "register an account for each agent, and obtain its token at the token endpoint"
                + " with grant_type client_credentials",
            "at the resource check iss, aud and exp, and decide by sub, which is the agent")
        .needing(Machinery.AGENT_CLIENTS, Machinery.AGENT_AWARE_RESOURCES)
        .proving(
            Proof.atResource(List.of(Attributes.USER, Attributes.AGENT), List.of(Attributes.AGENT)))
        .cachedBy(CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return call.presenter().accessToken(call.resource()).map(Credentials::bearer);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.token().map(ServiceAccount::read).orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token) {
    // RFC 9068 section 2.2: with client credentials, sub is the client itself.
    if (token.isOfClient()) {
      return Evidence.none().verified(Attributes.AGENT, token.subject());
    }
    return Evidence.none()
        .verified(Attributes.USER, token.subject())
        .verified(Attributes.AGENT, Attributes.DIRECTLY);
  }
}
