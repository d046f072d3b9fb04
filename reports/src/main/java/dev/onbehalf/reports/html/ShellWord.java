package dev.onbehalf.reports.html;

import java.util.regex.Pattern;

/** A word of a command line. */
final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_./:@%+=,~-]+");

  private ShellWord() {}

  /** The word as a POSIX shell takes it literally. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
