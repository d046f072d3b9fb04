package dev.onbehalf.products.aws;

import java.util.Locale;

/** A text in which {@code *} stands for any letters and {@code ?} for one. */
record Pattern(String text) {
  boolean isLiteral() {
    return text.indexOf('*') < 0 && text.indexOf('?') < 0;
  }

  boolean matches(String other) {
    return matches(text, other);
  }

  boolean matchesIgnoringCase(String other) {
    return matches(text.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  /** One text that it matches, which stands for all those that nobody names. */
  String sample() {
    StringBuilder sample = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      sample.append(sample(text.charAt(i), sample));
    }
    return sample.toString();
  }

  private static String sample(char letter, CharSequence before) {
    return switch (letter) {
      case '*' -> endsInWord(before) ? "-other" : "other";
      case '?' -> "x";
      default -> String.valueOf(letter);
    };
  }

  private static boolean endsInWord(CharSequence text) {
    return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
  }

  /** Goes back to the last star only, so that no text makes it slow. */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int from = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        from = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
