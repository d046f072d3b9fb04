package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.HandOver;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Readings;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import dev.onbehalf.token.workload.DpopProofVerifier;
import dev.onbehalf.token.workload.ProofTarget;
import dev.onbehalf.token.workload.WorkloadKey;
import java.util.Optional;

/**
 * Each agent exchanges the user's token as in RFC 8693; the token for the resource is bound to the
 * agent's key, and each call proves the key anew (RFC 9449), so that a copy is of no use. The token
 * could be kept, but the proof can't; so both are counted for every call.
 */
public final class TokenExchangeDpop implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            TokenExchangeDpop.class, "as token-exchange, and the token is bound to the agent's key")
        .specifiedBy("RFC 8693 sections 2.1 and 4.1, RFC 9449 sections 5 and 7")
        .knownAs("sender-constrained tokens by DPoP", "https://www.rfc-editor.org/rfc/rfc9449")
        .usedBy(
            "ask at the token endpoint with grant_type"
                + " urn:ietf:params:oauth:grant-type:token-exchange with a DPoP proof,"
                + " subject_token the user's and actor_token the agent's",
            "present the token with a DPoP proof of its key for each call (RFC 9449 section"
                + " 7)",
            "at the resource check the proof against cnf.jkt, and decide by sub and act.sub"
                + " together")
        .needing(
            Machinery.AGENT_CLIENTS,
            Machinery.TOKEN_EXCHANGE,
            Machinery.AGENT_AWARE_RESOURCES,
            Machinery.PROOF_OF_POSSESSION)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT));
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsersAndClients(registrar);
    population.agents().forEach(registrar::registerWorkloadKey);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    String scope = Scope.of(call.resource());
    // an agent on the way is known by its authentication when it exchanges what it was handed
    HandOver exchange =
        (agent, token, next) -> {
          AgentClient client = call.clients().apply(agent);
          return client.actorToken().flatMap(actor -> client.exchange(token, actor, next, scope));
        };
    return exchange
        .along(call.path(), call.user().subjectToken(call.path().get(0), call.resource()))
        .flatMap(handed -> bound(handed, call));
  }

  private static Refusable<Credentials> bound(CompactToken handed, Call call) {
    AgentClient agent = call.presenter();
    WorkloadKey key = call.workload().key();
    ProofTarget target = ProofTarget.call(call.resource(), call.action());
    return agent
        .actorToken()
        .flatMap(
            actor ->
                agent
                    .exchangeBound(handed, actor, key, call.resource(), Scope.of(call.resource()))
                    .map(
                        token ->
                            Credentials.of(
                                    new Part.BearerToken(token),
                                    new Part.SignedHeader(
                                        DpopProofVerifier.HEADER, key.dpopProof(target, token)))
                                .holding(handed, actor)));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.token().map(TokenExchangeDpop::read).orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token) {
    Evidence user = Evidence.none().verified(Attributes.USER, token.subject());
    if (token.isOfLogin()) {
      return user.verified(Attributes.AGENT, Attributes.DIRECTLY);
    }
    // of agents nothing is taken that a thief could use
    Optional<Actor> actor = token.boundTo().flatMap(key -> token.actor());
    return actor.map(agent -> Readings.acting(user, agent)).orElse(Evidence.none());
  }
}
