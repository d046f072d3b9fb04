package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Names;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.Word;
import dev.onbehalf.text.LookAlikes;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names that must differ from each other, and by more than case. */
public final class DistinctNames {
  private final SourceText source;
  private final Problems problems;
  private final String taken;
  private final Map<String, Word> byText = new HashMap<>();
  private final Map<String, Word> byFolded = new HashMap<>();

  /** Kept from the first range on. */
  private Optional<NameRange.Taken> ranges = Optional.empty();

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

  /**
   * Adds a name, and reports what it collides with.
   *
   * @return whether it is new as it is written: one that is too like another can still be meant
   */
  boolean add(Word name) {
    if (isInRange(name)) {
      return false;
    }
    ranges.ifPresent(known -> known.addSingle(name));
    Optional<Word> same = Optional.ofNullable(byText.putIfAbsent(name.text(), name));
    Optional<Word> alike = Optional.ofNullable(byFolded.putIfAbsent(fold(name.text()), name));
    same.ifPresentOrElse(
        earlier -> reportTaken(name, earlier),
        () -> alike.ifPresent(earlier -> reportAlike(name, earlier)));
    return same.isEmpty();
  }

  private boolean isInRange(Word name) {
    Optional<Word> range = ranges.flatMap(known -> known.having(name));
    range.ifPresent(
        word ->
            problems.add(
                name.span(),
                () -> name.quoted() + ", or a name like it, is one of " + place(word)));
    return range.isPresent();
  }

  /**
   * Adds the names of a range, and reports what it collides with.
   *
   * @return whether all of them are new
   */
  boolean add(NameRange range) {
    NameRange.Taken known = ranges.orElseGet(this::newRanges);
    ranges = Optional.of(known);
    Optional<Word> taken = known.add(range);
    taken.ifPresent(
        word ->
            problems.add(
                range.word().span(),
                () ->
                    range.word().quoted()
                        + " has a name that "
                        + place(word)
                        + " has or is already, or one like it"));
    return taken.isEmpty();
  }

  private NameRange.Taken newRanges() {
    NameRange.Taken known = new NameRange.Taken();
    byText.values().forEach(known::addSingle);
    return known;
  }

  private String place(Word word) {
    return word.quoted() + onLine(word);
  }

  private void reportTaken(Word name, Word earlier) {
    problems.add(name.span(), () -> name.quoted() + " " + taken + onLine(earlier));
  }

  /** What is no name anyway has been reported, and is to be mended first. */
  private void reportAlike(Word name, Word earlier) {
    if (Names.problem(name.text()).isEmpty() && Names.problem(earlier.text()).isEmpty()) {
      problems.add(
          name.span(),
          () ->
              name.quoted()
                  + " and "
                  + earlier.quoted()
                  + onLine(earlier)
                  + " differ only in "
                  + difference(name.text(), earlier.text()));
    }
  }

  private String onLine(Word earlier) {
    return " on line " + source.lineNumber(earlier.span());
  }

  private static String difference(String name, String other) {
    if (withoutCase(name).equals(withoutCase(other))) {
      return "case";
    }
    if (!unlike(name).equals(unlike(other))) {
      return "characters that look alike";
    }
    boolean sameCase = compatible(name).equals(compatible(other));
    return (sameCase ? "" : "case and ") + "the form of characters (NFKC)";
  }

  /**
   * What is seen of the name, without case: of two names that fold alike, a file may have one. One
   * that is too long anyway stays as it is.
   */
  public static String fold(String name) {
    if (name.length() > 2 * Names.MAX_LENGTH) {
      return name;
    }
    return LookAlikes.skeleton(unlike(name));
  }

  private static String unlike(String name) {
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name.toLowerCase(Locale.ROOT);
    }
    return compatible(withoutCase(compatible(name)));
  }

  private static String compatible(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC);
  }

  private static String withoutCase(String name) {
    StringBuilder folded = new StringBuilder();
    name.toUpperCase(Locale.ROOT)
        .codePoints()
        .map(Character::toLowerCase)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
