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
import dev.onbehalf.token.macaroon.MacaroonToken;
import dev.onbehalf.token.macaroon.VerifiedMacaroon;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/**
 * Each resource mints a macaroon for its user, and whoever hands it on adds a caveat that names the
 * agent which gets it (Birgisson et al., NDSS 2014). That takes MACs only: no signature and no
 * round trip, but a root key for each user at each resource.
 *
 * <p>Nobody can strip a caveat, so the agent that was named first is proved to any holder but the
 * user, who can name one in person. Those named later aren't: whoever holds a macaroon can add any
 * name.
 */
public final class Macaroon implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            Macaroon.class,
            "the user hands the agent a macaroon with a caveat that names the agent")
        .specifiedBy("Birgisson et al., Macaroons, NDSS 2014, section II")
        .usedBy(
            "take the user's macaroon, and add to it the caveat agent = NAME before it"
                + " leaves her hands",
            "at the resource that minted it verify the chain of MACs, and decide by the user"
                + " and all caveats")
        .needing(Machinery.AGENT_AWARE_RESOURCES, Machinery.CAVEAT_VERIFIERS)
        .proving(Proof.of(Attributes.USER, Attributes.FIRST_AGENT))
        .cachedBy(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE);
  }

  /** A root key is the user's account at the resource: there is no common login. */
  @Override
  public void enrol(Population population, Registrar registrar) {
    population.forEachUserAndResource(registrar::registerRootKey);
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return Credentials.of(new Part.Macaroon(call.user().macaroon(call.resource())));
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    MacaroonToken macaroon = call.user().macaroon(call.resource());
    for (String agent : call.path()) {
      macaroon = macaroon.handedTo(agent);
    }
    return Refusable.of(Credentials.of(new Part.Macaroon(macaroon)));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .credential(VerifiedMacaroon.class)
        .map(Macaroon::read)
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedMacaroon macaroon) {
    List<String> agents = macaroon.agents();
    Evidence evidence = Evidence.none().verified(Attributes.USER, macaroon.user());
    if (agents.isEmpty()) {
      return evidence.verified(Attributes.FIRST_AGENT, Attributes.DIRECTLY);
    }
    return evidence
        .verified(Attributes.FIRST_AGENT, agents.get(0))
        .informational(Attributes.AGENT, agents.get(agents.size() - 1))
        .informational(Attributes.PRIOR_AGENTS, Attributes.priorAgents(agents));
  }
}
