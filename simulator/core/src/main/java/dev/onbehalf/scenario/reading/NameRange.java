package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.NameList;
import dev.onbehalf.scenario.Names;
import dev.onbehalf.scenario.yaml.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that differ in a number alone, such as {@code u[1..100]} for u1, u2 and so on to u100. */
record NameRange(Word word, String prefix, int first, int last) {
  private static final Pattern SHAPE = Pattern.compile("(.*)\\[([^\\[\\]]*)]");
  private static final Pattern NUMBER_AT_END = Pattern.compile("[0-9]*$");
  private static final Pattern NUMBERS = Pattern.compile("([^.]*)\\.\\.([^.]*)");

  /** Whether the word is written as a range, if perhaps not as a proper one. */
  static boolean looksLike(Word word) {
    return word.text().endsWith("]") && word.text().indexOf('[') >= 0;
  }

  /** The range; empty when the word is no proper one. */
  static Optional<NameRange> of(Word word) {
    return problem(word).isPresent() ? Optional.empty() : parsed(word);
  }

  private static Optional<NameRange> parsed(Word word) {
    Matcher shape = SHAPE.matcher(word.text());
    if (!shape.matches()) {
      return Optional.empty();
    }
    Matcher numbers = NUMBERS.matcher(shape.group(2));
    return numbers.matches()
            && NameList.isNumber(numbers.group(1))
            && NameList.isNumber(numbers.group(2))
        ? Optional.of(
            new NameRange(
                word,
                shape.group(1),
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2))))
        : Optional.empty();
  }

  /** What stands before the numbers of a range, or before the number of a name. */
  static String prefix(Word word) {
    return parsed(word)
        .map(NameRange::prefix)
        .orElseGet(() -> NUMBER_AT_END.matcher(word.text()).replaceFirst(""));
  }

  /** What is wrong with a word if it looks like a range, if anything is. */
  static Optional<String> wrong(Word word) {
    return looksLike(word) ? problem(word) : Optional.empty();
  }

  /** What is wrong with a word that looks like a range, if anything is. */
  static Optional<String> problem(Word word) {
    Optional<NameRange> range = parsed(word);
    return range.isEmpty()
        ? Optional.of(
            word.quoted()
                + " is no range; expected a name and two numbers of at most 9 digits, without zeros"
                + " before them, such as `u[1..100]`")
        : range.flatMap(NameRange::problem);
  }

  private Optional<String> problem() {
    if (first > last) {
      return Optional.of(
          word.quoted() + " counts down; expected `%s[%d..%d]`".formatted(prefix, last, first));
    }
    if (!prefix.isEmpty() && Character.isDigit(prefix.codePointBefore(prefix.length()))) {
      return Optional.of(
          word.quoted() + " has a digit before its numbers; expected a letter or sign there");
    }
    return prefix.isEmpty()
        ? Optional.of(word.quoted() + " has no name before its numbers, such as `u[1..100]`")
        : Names.problem(prefix + last);
  }

  /** The first of the names. */
  String firstName() {
    return prefix + first;
  }

  int size() {
    return last - first + 1;
  }

  /**
   * The names of ranges, with what is written like them, digits that look like letters included.
   */
  static final class Taken {
    private final Map<String, List<NameRange>> ranges = new HashMap<>();

    /** Of single names what stands before a number, and the names by the numbers. */
    private final Map<String, TreeMap<Integer, Word>> singles = new HashMap<>();

    /** The range that has the name, or one that looks like it. */
    Optional<Word> having(Word name) {
      return splits(DistinctNames.fold(name.text())).stream()
          .flatMap(
              split ->
                  ranges.getOrDefault(split.prefix(), List.of()).stream()
                      .filter(range -> range.first() <= split.number())
                      .filter(range -> split.number() <= range.last()))
          .map(NameRange::word)
          .findFirst();
    }

    void addSingle(Word name) {
      for (Split split : splits(DistinctNames.fold(name.text()))) {
        singles
            .computeIfAbsent(split.prefix(), any -> new TreeMap<>())
            .putIfAbsent(split.number(), name);
      }
    }

    /** Adds the range, unless some name of it is taken: then the word that takes it is returned. */
    Optional<Word> add(NameRange range) {
      String prefix = DistinctNames.fold(range.prefix());
      Optional<Word> taken = single(prefix, range).or(() -> overlapping(prefix, range));
      if (taken.isEmpty()) {
        ranges.computeIfAbsent(prefix, any -> new ArrayList<>()).add(range);
      }
      return taken;
    }

    private Optional<Word> single(String prefix, NameRange range) {
      return Optional.ofNullable(
              singles.getOrDefault(prefix, new TreeMap<>()).ceilingEntry(range.first()))
          .filter(entry -> entry.getKey() <= range.last())
          .map(Map.Entry::getValue);
    }

    private Optional<Word> overlapping(String prefix, NameRange range) {
      return ranges.getOrDefault(prefix, List.of()).stream()
          .filter(other -> other.first() <= range.last() && range.first() <= other.last())
          .map(NameRange::word)
          .findFirst();
    }

    private record Split(String prefix, int number) {}

    /** All ways to read the end of a folded name as a number. */
    private static List<Split> splits(String folded) {
      List<Split> splits = new ArrayList<>();
      for (int at = folded.length() - 1; at > 0; at--) {
        String number = folded.substring(at).replace('o', '0').replace('l', '1');
        if (!number.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
          break;
        }
        if (NameList.isNumber(number)) {
          splits.add(new Split(folded.substring(0, at), Integer.parseInt(number)));
        }
      }
      return splits;
    }
  }
}
