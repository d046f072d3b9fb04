package dev.onbehalf.products.export;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import java.util.Set;
import java.util.TreeSet;

/** What an engine answers: whether it permits, and the sentences that it names as its reason. */
record Verdict(boolean permits, Set<String> sentences) {
  Verdict {
    sentences = new TreeSet<>(sentences);
  }

  /** The answer by rules, of which several may be of one sentence. */
  static Verdict of(boolean permits, Set<String> rules) {
    Set<String> sentences = new TreeSet<>();
    rules.forEach(rule -> sentences.add(rule.replaceFirst("#\\d+$", "")));
    return new Verdict(permits, sentences);
  }

  /** What is true if the answer is: a denial without a reason is the default. */
  Truth truth(Scenario scenario) {
    if (permits) {
      return Truth.PERMITTED;
    }
    return sentences.isEmpty() ? scenario.defaultEffect().truth() : Truth.DENIED;
  }
}
