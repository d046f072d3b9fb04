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
import dev.onbehalf.strategy.HandOver;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import dev.onbehalf.token.workload.VerifiedChain;
import java.util.List;
import java.util.Optional;

/**
 * Each agent exchanges the token that it was handed, as in RFC 8693, and signs the step with a key
 * of its own (draft-mw-oauth-actor-chain-01). The token carries the step proofs of all agents, so
 * that the resource verifies each of them, and the agents before the presenter are evidence.
 */
public final class DelegationChain implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            DelegationChain.class,
            "each agent exchanges the token it was handed, and signs this step")
        .specifiedBy("draft-mw-oauth-actor-chain-01, draft-liu-oauth-chain-delegation-00")
        .usedBy(
            "at each hop ask at the token endpoint with grant_type"
                + " urn:ietf:params:oauth:grant-type:token-exchange, subject_token the one that"
                + " was handed on, and sign the step",
            "at the resource verify the signature of each step and that it goes on from the"
                + " one before, and decide by sub and the whole chain")
        .needing(
            Machinery.AGENT_CLIENTS,
            Machinery.TOKEN_EXCHANGE,
            Machinery.AGENT_AWARE_RESOURCES,
            Machinery.SIGNED_HOPS)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT, Attributes.PRIOR_AGENTS))
        .cachedBy(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    population.agents().forEach(registrar::registerWorkloadKey);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    List<String> steps = Attributes.steps(call.path());
    CompactToken userToken = call.user().subjectToken(steps.get(0), call.resource());
    return signing(call).credentials(steps, userToken, call.resource());
  }

  private static HandOver signing(Call call) {
    return (agent, token, next) -> {
      AgentClient client = call.clients().apply(agent);
      CompactToken proof = call.workloads().apply(agent).key().stepProof(token, next);
      return client
          .actorToken()
          .flatMap(actor -> client.exchange(token, actor, proof, next, Scope.of(call.resource())));
    };
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .token()
        .map(token -> read(token, presentation.credential(VerifiedChain.class)))
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token, Optional<VerifiedChain> chain) {
    // a token that some agent asked for isn't the user's own, even if it names no agent
    if (chain.isEmpty() && !token.isOfLogin()) {
      return Evidence.none().verified(Attributes.USER, token.subject());
    }
    List<String> agents = chain.map(VerifiedChain::agents).orElse(List.of());
    Evidence evidence = evidence(token, agents);
    // RFC 8693 section 4.3: who asked for the token, who needn't be the one that acts
    return token.isOfLogin()
        ? evidence
        : evidence.informational(Attributes.REQUESTER, token.clientId());
  }

  private static Evidence evidence(VerifiedToken token, List<String> agents) {
    return Evidence.none()
        .verified(Attributes.USER, token.subject())
        .verified(
            Attributes.AGENT,
            agents.isEmpty() ? Attributes.DIRECTLY : agents.get(agents.size() - 1))
        .verified(Attributes.PRIOR_AGENTS, Attributes.priorAgents(agents));
  }
}
