package dev.onbehalf.token.workload;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.security.PublicKey;
import java.util.Optional;
import java.util.function.Function;

/**
 * Verifies step proofs, each by the key that is registered for its actor.
 *
 * @param keys the public key of an agent, if it has one
 */
public record StepProofVerifier(
    Function<String, Optional<PublicKey>> keys, WorkloadSignatures signatures) {
  /** What the agent signed. */
  StepProof read(CompactToken proof, String agent) throws InvalidTokenException {
    Optional<PublicKey> key = keys.apply(agent);
    if (key.isEmpty()) {
      throw new InvalidTokenException(
          "expected an agent with a key, found " + PrintableText.quoted(agent));
    }
    return StepProof.read(signatures.by(key.get()).verify(proof).claims());
  }

  /** Requires that the actor of the expected step signed just that. */
  public void verify(CompactToken proof, StepProof expected) throws InvalidTokenException {
    read(proof, expected.actor().subject()).requireSame(expected);
  }
}
