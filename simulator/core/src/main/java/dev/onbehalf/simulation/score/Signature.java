package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.Policy;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** Which policies match something: what two things must share to be in one class. */
final class Signature {
  private Signature() {}

  static BitSet of(List<Policy> policies, Predicate<Policy> matches) {
    BitSet signature = new BitSet();
    for (int i = 0; i < policies.size(); i++) {
      signature.set(i, matches.test(policies.get(i)));
    }
    return signature;
  }
}
