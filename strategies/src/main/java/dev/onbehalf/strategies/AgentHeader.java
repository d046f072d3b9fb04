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
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.registry.Registrar;

/**
 * The agent presents the user's access token (RFC 6750 section 2.1) and writes its own name into a
 * header that nobody signs; the resource takes its word for it.
 */
public final class AgentHeader implements CredentialStrategy {
  private static final String HEADER = "x-agent";

  @Override
  public About about() {
    return About.of(
            AgentHeader.class,
            "the agent adds its name to the user's token, in a header nobody signs")
        .specifiedBy("RFC 6750 section 2.1, RFC 9110 section 6.3")
        .usedBy(
            "present the user's token as Authorization: Bearer, and the agent's name in a"
                + " header of its own",
            "at the resource decide by sub; the header is the caller's word, so that it"
                + " serves logs alone")
        .needing(Machinery.AGENT_AWARE_RESOURCES)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT).believing(Attributes.AGENT))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsers(registrar);
    population.agents().forEach(registrar::registerAgentName);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return Refusable.of(
        Credentials.of(
            new Part.BearerToken(call.user().accessToken(call.resource())),
            new Part.Header(HEADER, call.presenterName())));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    String agent = presentation.headers().getOrDefault(HEADER, Attributes.DIRECTLY);
    return presentation
        .token()
        .map(token -> Evidence.none().verified(Attributes.USER, token.subject()))
        .map(evidence -> evidence.claimed(Attributes.AGENT, agent))
        .orElse(Evidence.none());
  }
}
