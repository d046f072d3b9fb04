package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import dev.onbehalf.token.workload.VerifiedWorkload;
import dev.onbehalf.token.workload.WorkloadKey;
import dev.onbehalf.token.workload.WorkloadVerifier;

/**
 * The agent presents the user's own access token with a proof, signed for this one call, that it is
 * the workload of its identity token (draft-ietf-wimse-wpt-01 section 2). The access token is good
 * without the proof, so an agent can leave both headers out. The identity token could be kept, but
 * what is presented can't; so both are counted for every call.
 */
public final class WorkloadProof implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            WorkloadProof.class,
            "the agent presents the user's token with a proof signed for this call")
        .specifiedBy("draft-ietf-wimse-wpt-01 section 2")
        .knownAs(
            "Workload Proof Token of WIMSE",
            "https://datatracker.ietf.org/doc/draft-ietf-wimse-wpt/")
        .usedBy(
            "present the user's token with a workload identity token and a proof of its key"
                + " (Workload-Proof-Token)",
            "at the resource check the proof against the key in the workload identity token,"
                + " and decide by sub of both tokens")
        .needing(Machinery.AGENT_AWARE_RESOURCES, Machinery.SIGNED_HOPS)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT));
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsers(registrar);
    population.agents().forEach(registrar::registerWorkloadKey);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    WorkloadKey key = call.workload().key();
    CompactToken accessToken = call.user().accessToken(call.resource());
    CompactToken identityToken = key.identityToken();
    CompactToken proofToken = key.proof(identityToken, call.resource(), accessToken);
    return Refusable.of(
        Credentials.of(
            new Part.BearerToken(accessToken),
            new Part.SignedHeader(WorkloadVerifier.IDENTITY_HEADER, identityToken),
            new Part.SignedHeader(WorkloadVerifier.PROOF_HEADER, proofToken)));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    String agent =
        presentation
            .credential(VerifiedWorkload.class)
            .map(VerifiedWorkload::agent)
            .orElse(Attributes.DIRECTLY);
    Evidence evidence = Evidence.none().verified(Attributes.AGENT, agent);
    return presentation
        .token()
        .map(VerifiedToken::subject)
        .map(user -> evidence.verified(Attributes.USER, user))
        .orElse(Evidence.none());
  }
}
