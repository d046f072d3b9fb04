package dev.onbehalf.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that someone who mistyped probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /** The word nearest to what was typed, if it is near at all. */
  public static Optional<String> of(String typed, Collection<String> words) {
    int limit = 1 + typed.length() / 4;
    return words.stream()
        .filter(word -> distance(typed, word) <= limit)
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  /** The edits between two words, an exchange of neighbours being one (optimal alignment). */
  static int distance(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        edits[i][j] = fewest(edits, from, to, i, j);
      }
    }
    return edits[from.length()][to.length()];
  }

  private static int fewest(int[][] edits, String from, String to, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int fewest =
        Math.min(edits[i - 1][j - 1] + change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    return isExchange(from, to, i, j) ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
  }

  private static boolean isExchange(String from, String to, int i, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
