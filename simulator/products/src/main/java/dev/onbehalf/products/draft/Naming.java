package dev.onbehalf.products.draft;

import dev.onbehalf.scenario.Names;
import dev.onbehalf.scenario.reading.DistinctNames;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Gives every name of a source one that a scenario can hold, and no two the same. */
final class Naming {
  private static final String BETWEEN = "._@:/+~-";

  /** Leaves room for a number behind it. */
  private static final int LONGEST = Names.MAX_LENGTH - 12;

  private final Map<Known, String> given = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** A name and what it names: a user may be called as an agent is. */
  private record Known(String kind, String raw) {}

  /** The name for what is called so. */
  String of(String kind, String raw) {
    return given.computeIfAbsent(new Known(kind, raw), known -> free(known.raw()));
  }

  /** Those that differ from the source, each with what it stands for. */
  List<String> changed() {
    List<String> changed = new ArrayList<>();
    given.forEach(
        (known, name) -> {
          if (!known.raw().equals(name)) {
            changed.add("%s %s is `%s`".formatted(known.kind(), quoted(known.raw()), name));
          }
        });
    return changed;
  }

  /** The whole name, as two that are cut look the same. */
  private static String quoted(String raw) {
    return "`" + PrintableText.escaped(raw) + "`";
  }

  private String free(String raw) {
    if (Names.problem(raw).isEmpty() && taken.add(DistinctNames.fold(raw))) {
      return raw;
    }
    String base = shaped(raw);
    String name = base;
    for (int i = 2; !isFree(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }

  private boolean isFree(String name) {
    return Names.problem(name).isEmpty() && taken.add(DistinctNames.fold(name));
  }

  private static String shaped(String raw) {
    String shaped = stripped(raw, letter -> Character.isLetterOrDigit(letter) && isSeen(letter));
    // Letters of two alphabets in one word are refused, as they look alike.
    return Names.problem(shaped + "-2").isEmpty() ? shaped : stripped(raw, Naming::isPlain);
  }

  private static boolean isSeen(int letter) {
    return !PrintableText.isHidden(letter);
  }

  private static boolean isPlain(int letter) {
    return letter < 0x80 && Character.isLetterOrDigit(letter);
  }

  private static String stripped(String raw, IntPredicate isLetter) {
    StringBuilder letters = new StringBuilder();
    raw.codePoints()
        .limit(LONGEST)
        .map(letter -> isLetter.test(letter) || BETWEEN.indexOf(letter) >= 0 ? letter : '-')
        .forEach(letters::appendCodePoint);
    int[] all = letters.codePoints().toArray();
    int start = 0;
    int end = all.length;
    while (start < end && !isLetter.test(all[start])) {
      start++;
    }
    while (end > start && !isLetter.test(all[end - 1])) {
      end--;
    }
    return end == start ? "unnamed" : new String(all, start, end - start);
  }
}
