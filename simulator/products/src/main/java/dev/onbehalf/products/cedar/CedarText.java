package dev.onbehalf.products.cedar;

import dev.onbehalf.text.PrintableText;
import java.util.Set;
import java.util.stream.Collectors;

/** Names as Cedar's language has them. */
final class CedarText {
  /** Words that can't follow a point. */
  private static final Set<String> RESERVED =
      Set.of("true", "false", "if", "then", "else", "in", "is", "like", "has", "__cedar");

  private CedarText() {}

  /** The text as a literal, with an escape for whatever could end it or isn't seen. */
  static String quoted(String text) {
    return text.codePoints()
        .mapToObj(CedarText::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int letter) {
    if (letter == '"' || letter == '\\') {
      return "\\" + Character.toString(letter);
    }
    return PrintableText.isHidden(letter)
        ? "\\u{%x}".formatted(letter)
        : Character.toString(letter);
  }

  /** An attribute of the context. */
  static String attribute(String name) {
    boolean isIdentifier = name.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(name);
    return isIdentifier ? "context." + name : "context[" + quoted(name) + "]";
  }
}
