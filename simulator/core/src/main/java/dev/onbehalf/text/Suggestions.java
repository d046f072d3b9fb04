package dev.onbehalf.text;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Suggestions {
  /** Bounds the search, so that a hostile file can't make it slow. */
  private static final int MOST_CELLS = 2_000_000;

  private static final int LONGEST_WORD = 256;

  private final String word;
  private int best;
  private Optional<String> nearest = Optional.empty();
  private long cells;

  private Suggestions(String word) {
    this.word = word;
    this.best = Math.min(2 + word.length() / 4, word.length());
  }

  /** The end of a message: {@code ; did you mean `x`?}, or nothing. */
  public static String hint(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(Suggestions::hint).orElse("");
  }

  /** The end of a message about a name that was probably meant. */
  public static String hint(String name) {
    return "; did you mean " + PrintableText.quoted(name) + "?";
  }

  /** The first of the nearest candidates within 1 + length/4 edits. */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    if (word.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    Suggestions suggestions = new Suggestions(word);
    candidates.forEach(suggestions::consider);
    return suggestions.nearest;
  }

  private void consider(String candidate) {
    if (Math.abs(candidate.length() - word.length()) >= best || cells > MOST_CELLS) {
      return;
    }
    int distance = word.equalsIgnoreCase(candidate) ? 1 : distance(candidate);
    if (distance < best) {
      best = distance;
      nearest = Optional.of(candidate);
    }
  }

  /** The optimal string alignment distance, or {@code best} if it is not below that. */
  private int distance(String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = firstRow(other);
    for (int i = 1; i <= word.length(); i++) {
      int[] row = row(other, i, last, beforeLast);
      cells += row.length;
      if (least(row) >= best) {
        return best;
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }

  private static int[] firstRow(String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    return row;
  }

  private int[] row(String other, int i, int[] last, int[] beforeLast) {
    int[] row = new int[last.length];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int change = word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
      row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
      if (isSwapped(other, i, j)) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    return row;
  }

  private boolean isSwapped(String other, int i, int j) {
    return i > 1
        && j > 1
        && word.charAt(i - 1) == other.charAt(j - 2)
        && word.charAt(i - 2) == other.charAt(j - 1);
  }

  private static int least(int[] row) {
    int least = row[0];
    for (int value : row) {
      least = Math.min(least, value);
    }
    return least;
  }
}
