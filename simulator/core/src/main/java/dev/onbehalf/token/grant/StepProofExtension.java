package dev.onbehalf.token.grant;

import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.StepProofChain;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.workload.StepProof;
import dev.onbehalf.token.workload.StepProofVerifier;
import java.util.Optional;

/** The step proof of an exchange: verified, and added to those of the subject token. */
public record StepProofExtension(StepProofVerifier verifier) {
  public static final String PARAMETER = "actor_chain_step_proof";

  /**
   * The step proofs of the result; none where nobody proves a step.
   *
   * @param actor the actor of the result, with those before
   */
  StepProofChain extended(
      FormParameters form, VerifiedToken subject, Optional<Actor> actor, TokenTarget target)
      throws RefusedRequestException {
    Optional<String> proof = form.optional(PARAMETER);
    StepProofChain chain = subject.stepProofs();
    if (proof.isEmpty()) {
      requireNoChain(chain);
      return StepProofChain.NONE;
    }
    requireComplete(chain, subject, actor);
    requireOther(actor.orElseThrow(), target);
    CompactToken step = new CompactToken(proof.get());
    String previous = chain.hash(new CompactToken(form.required("subject_token")));
    verify(step, new StepProof(previous, subject.subject(), actor.orElseThrow(), target.name()));
    return chain.with(step);
  }

  // without a proof of its own the actor would end the chain and hide who acted before
  private static void requireNoChain(StepProofChain chain) throws RefusedRequestException {
    if (!chain.isEmpty()) {
      throw RefusedRequestException.invalidRequest(
          "expected `%s`, as the subject token has step proofs".formatted(PARAMETER));
    }
  }

  private static void requireComplete(
      StepProofChain chain, VerifiedToken subject, Optional<Actor> actor)
      throws RefusedRequestException {
    int before = subject.actor().map(Actor::chainLength).orElse(0);
    if (actor.isEmpty() || chain.proofs().size() != before) {
      throw RefusedRequestException.invalidRequest(
          "expected an actor token, and a step proof of each actor before");
    }
  }

  // else an agent could lengthen the chain alone
  private static void requireOther(Actor actor, TokenTarget target) throws RefusedRequestException {
    if (actor.subject().equals(target.name())) {
      throw RefusedRequestException.invalidRequest("expected a step to somebody else");
    }
  }

  private void verify(CompactToken proof, StepProof expected) throws RefusedRequestException {
    try {
      verifier.verify(proof, expected);
    } catch (InvalidTokenException e) {
      throw RefusedRequestException.invalidRequest("step proof: " + e.getMessage());
    }
  }
}
