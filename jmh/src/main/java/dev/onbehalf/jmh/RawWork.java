package dev.onbehalf.jmh;

import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.RawOperations;
import java.util.Optional;

/** Exactly the signatures and verifications of a step, and nothing else. */
record RawWork(RawOperations raw, OperationCounts counts) implements Work {
  /** The floor of a step with these counts; empty when it signs and verifies nothing. */
  static Optional<Work> of(Optional<RawOperations> raw, OperationCounts counts) {
    return counts.signatures() + counts.verifications() == 0
        ? Optional.empty()
        : raw.map(operations -> new RawWork(operations, counts));
  }

  @Override
  public Object run() throws Exception {
    Object result = "";
    for (long i = 0; i < counts.signatures(); i++) {
      result = raw.sign();
    }
    for (long i = 0; i < counts.verifications(); i++) {
      if (!raw.verify()) {
        throw new IllegalStateException("the signature that was just made doesn't hold");
      }
    }
    return result;
  }
}
