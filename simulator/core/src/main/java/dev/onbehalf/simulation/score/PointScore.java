package dev.onbehalf.simulation.score;

/** Which requests of each class at one point are permitted, and which leak through all points. */
final class PointScore {
  private final EvidenceClasses evidence;
  private final int point;
  private final BitMatrix permitted;
  private final BitMatrix leaked;

  PointScore(TruthTable truth, EvidenceClasses evidence, int point) {
    this.evidence = evidence;
    this.point = point;
    permitted = new BitMatrix(evidence.size(point), truth.classes().columns());
    leaked = new BitMatrix(evidence.size(point), truth.classes().columns());
    gather(truth.permitted(), truth.classes().rows(), permitted);
  }

  private void gather(BitMatrix table, int rows, BitMatrix classes) {
    for (int row = 0; row < rows; row++) {
      if (isPassed(row)) {
        for (int word = 0; word < table.wordsPerRow(); word++) {
          classes.or(evidence.classOf(point, row), word, table.word(row, word));
        }
      }
    }
  }

  void gatherLeaked(BitMatrix table, int rows) {
    gather(table, rows, leaked);
  }

  boolean isPassed(int row) {
    return evidence.classOf(point, row) != EvidenceClasses.NOT_PASSED;
  }

  /** The targets for which some request of the class is permitted, as a word of bits. */
  long permittedOfClass(int evidenceClass, int word) {
    return permitted.word(evidenceClass, word);
  }

  /** The targets for which some request of the class leaks, as a word of bits. */
  long leakedOfClass(int evidenceClass, int word) {
    return leaked.word(evidenceClass, word);
  }

  /** The targets for which the point lets the row's requests pass, when in doubt. */
  long passable(int row, int word) {
    return isPassed(row) ? permitted.word(evidence.classOf(point, row), word) : -1L;
  }

  /** The targets for which the point can't tell the row's requests from leaked ones. */
  long contested(int row, int word) {
    return isPassed(row) ? leaked.word(evidence.classOf(point, row), word) : 0;
  }
}
