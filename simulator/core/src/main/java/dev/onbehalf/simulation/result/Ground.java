package dev.onbehalf.simulation.result;

import java.util.List;
import java.util.Optional;

/**
 * A part of the scenario without which, or with the other of its values, the verdict is another.
 *
 * @param names the parts: each alone has the same effect, unless the sentence says otherwise
 * @param recommended what would be recommended then; empty when nothing suffices
 * @param sentence the same in words, without a full stop
 */
public record Ground(Kind kind, List<String> names, Optional<String> recommended, String sentence) {
  public Ground {
    names = List.copyOf(names);
  }

  /** What is taken away or changed. */
  public enum Kind {
    POLICY("policy"),
    DEFAULT("default"),
    CHAIN("chain"),
    CANNOT("cannot"),
    REQUIRE("require"),
    HAVE("have"),
    /** Nothing: there are too many parts to try what each of them decides. */
    UNTRIED("untried");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for it in results. */
    public String word() {
      return word;
    }
  }
}
