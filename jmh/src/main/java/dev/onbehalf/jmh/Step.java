package dev.onbehalf.jmh;

/**
 * Something whose cost is measured.
 *
 * @param subject whose cost it is: the name of a strategy, say
 * @param name what is done
 */
record Step(String subject, String name, PairedTiming duel) {
  /** What the values of the step are labelled with. */
  String label() {
    return label(subject, name);
  }

  static String label(String subject, String name) {
    return subject + "/" + name;
  }
}
