package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Request;

/**
 * What cheating agents can do: a denied request escapes when its agent can show the evidence of a
 * permitted one, and the permitted one is usurped.
 */
final class Masquerade {
  private final RequestClasses requests;
  private final BitMatrix escaping;
  private final BitMatrix usurped;

  /**
   * Finds all escapes.
   *
   * @param permitted the targets that some request of each evidence class is permitted
   */
  Masquerade(TruthTable truth, EvidenceClasses evidence, BitMatrix permitted) {
    requests = truth.classes();
    escaping = new BitMatrix(requests.rows(), requests.columns());
    usurped = new BitMatrix(evidence.size(), requests.columns());
    for (int row = 0; row < requests.rows(); row++) {
      for (int other : evidence.masquerades(row)) {
        for (int word = 0; word < permitted.wordsPerRow(); word++) {
          long bits = truth.denied().word(row, word) & permitted.word(other, word);
          escaping.or(row, word, bits);
          usurped.or(other, word, bits);
        }
      }
    }
  }

  /** The denied requests of the row that can be presented as permitted ones. */
  long escaping(int row, int word) {
    return escaping.word(row, word);
  }

  /** The targets for which a denied request can be presented as one of the class. */
  long usurped(int evidenceClass, int word) {
    return usurped.word(evidenceClass, word);
  }

  /** Whether the agent of the denied request can present it as a permitted one. */
  boolean escapes(Request request) {
    return escaping.get(requests.rowOf(request), requests.columnOf(request));
  }
}
