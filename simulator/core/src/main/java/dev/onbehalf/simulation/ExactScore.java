package dev.onbehalf.simulation;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.SimulationResult.RequestCounts;

/**
 * What one strategy can enforce, computed on classes of requests: a class of evidence is mixed
 * where it holds a permitted and a denied request for the same target.
 */
final class ExactScore {
  private final TruthTable truth;
  private final RequestClasses requests;
  private final EvidenceClasses evidence;
  private final BitMatrix permitted;
  private final BitMatrix denied;
  private final Masquerade masquerade;

  ExactScore(TruthTable truth, EvidenceClasses evidence) {
    this.truth = truth;
    this.evidence = evidence;
    requests = truth.classes();
    permitted = gather(truth.permitted());
    denied = gather(truth.denied());
    masquerade = new Masquerade(truth, evidence, permitted);
  }

  private BitMatrix gather(BitMatrix rows) {
    BitMatrix gathered = new BitMatrix(evidence.size(), requests.columns());
    for (int row = 0; row < requests.rows(); row++) {
      for (int word = 0; word < rows.wordsPerRow(); word++) {
        gathered.or(evidence.classOf(row), word, rows.word(row, word));
      }
    }
    return gathered;
  }

  EvidenceClasses evidence() {
    return evidence;
  }

  Masquerade masquerade() {
    return masquerade;
  }

  /** The targets for which the class is mixed, as a word of bits. */
  long mixed(int evidenceClass, int word) {
    return permitted.word(evidenceClass, word) & denied.word(evidenceClass, word);
  }

  /** The requests of a row in the policy's scope that are in a mixed class, as a word of bits. */
  long undecidable(int policy, int row, int word) {
    return truth.scope(policy, row, word) & mixed(evidence.classOf(row), word);
  }

  /** The requests of a row in the policy's scope that cheating spoils, as a word of bits. */
  long spoiled(int policy, int row, int word) {
    long spoiled =
        truth.policy(policy).effect() == Effect.MAY
            ? masquerade.usurped(evidence.classOf(row), word)
            : masquerade.escaping(row, word);
    return truth.scope(policy, row, word) & spoiled;
  }

  /** Whether no request in the policy's scope is in a mixed class. */
  boolean isEnforced(int policy) {
    return !truth.isVacuous(policy)
        && !truth.footprint(policy).anyRow(row -> anyWord(w -> undecidable(policy, row, w)));
  }

  /** Whether the policy is enforced, also when agents present what they like. */
  boolean withstands(int policy) {
    return isEnforced(policy)
        && !truth.footprint(policy).anyRow(row -> anyWord(w -> spoiled(policy, row, w)));
  }

  private boolean anyWord(WordOfBits bits) {
    for (int word = 0; word < permitted.wordsPerRow(); word++) {
      if (bits.at(word) != 0) {
        return true;
      }
    }
    return false;
  }

  @FunctionalInterface
  private interface WordOfBits {
    long at(int word);
  }

  /** What the best engine answers to the evidence that the request shows. */
  Decision decision(Request request) {
    int evidenceClass = evidence.classOf(requests.rowOf(request));
    int column = requests.columnOf(request);
    if (!permitted.get(evidenceClass, column)) {
      return Decision.DENY;
    }
    return denied.get(evidenceClass, column) ? Decision.INDETERMINATE : Decision.PERMIT;
  }

  /** Counts the requests that no engine can tell from their opposite. */
  RequestCounts counts() {
    MixedClasses mixedClasses = new MixedClasses(requests, permitted.wordsPerRow());
    for (int row = 0; row < requests.rows(); row++) {
      for (int word = 0; word < permitted.wordsPerRow(); word++) {
        int evidenceClass = evidence.classOf(row);
        long mixed = mixed(evidenceClass, word);
        if (mixed != 0) {
          mixedClasses.add(
              evidenceClass,
              row,
              word,
              mixed & truth.permitted().word(row, word),
              mixed & truth.denied().word(row, word));
        }
      }
    }
    return mixedClasses.counts();
  }
}
