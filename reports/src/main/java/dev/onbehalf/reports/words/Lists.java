package dev.onbehalf.reports.words;

import java.util.List;

/** Enumerations in a sentence. */
public final class Lists {
  private Lists() {}

  /** {@code a, b and c}. */
  public static String and(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** As many as asked for, then how many more there are; never one more, which is named instead. */
  public static String some(List<String> words, int most) {
    int shown = words.size() <= most + 1 ? words.size() : most;
    int more = words.size() - shown;
    return String.join(", ", words.subList(0, shown)) + (more == 0 ? "" : " and " + more + " more");
  }
}
