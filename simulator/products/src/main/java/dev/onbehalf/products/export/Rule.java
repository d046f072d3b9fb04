package dev.onbehalf.products.export;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import java.util.List;

/**
 * What a sentence, or a part of it, says of the questions that a point can ask.
 *
 * @param id the sentence's own, with a number behind it where it takes several rules
 */
public record Rule(String id, Policy policy, Box questions) {
  /** What it does to the questions that it speaks of. */
  public Effect effect() {
    return policy.effect();
  }

  /** Whether it speaks of the question. */
  public boolean matches(List<String> question) {
    return questions.has(question);
  }
}
