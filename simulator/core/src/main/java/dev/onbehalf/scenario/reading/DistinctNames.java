package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.Word;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names that must differ from each other, and by more than case. */
final class DistinctNames {
  private final SourceText source;
  private final Problems problems;
  private final String taken;
  private final Map<String, Word> byFolded = new HashMap<>();

  /**
   * Creates an empty set of names.
   *
   * @param taken how a message goes on after a name that is taken, up to the line
   */
  DistinctNames(SourceText source, Problems problems, String taken) {
    this.source = source;
    this.problems = problems;
    this.taken = taken;
  }

  /** Adds a name, or reports what it collides with. */
  boolean add(Word name) {
    Word earlier = byFolded.putIfAbsent(fold(name.text()), name);
    if (earlier != null) {
      problems.add(name.span(), () -> message(name, earlier));
    }
    return earlier == null;
  }

  private String message(Word name, Word earlier) {
    int line = source.lineNumber(earlier.span());
    return name.text().equals(earlier.text())
        ? name.quoted() + " " + taken + " on line " + line
        : name.quoted() + " and " + earlier.quoted() + " on line " + line + " differ only in case";
  }

  /** The name under NFKC and without case; one that is too long anyway stays as it is. */
  private static String fold(String name) {
    if (name.length() > 2 * Names.MAX_LENGTH) {
      return name;
    }
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name.toLowerCase(Locale.ROOT);
    }
    String upper = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder();
    upper.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}
