package dev.onbehalf.products.cedar;

import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import java.util.ArrayList;
import java.util.List;

/** A pattern of {@code like}: literal pieces with anything between them. */
final class Like {
  private final List<String> pieces = new ArrayList<>(List.of(""));

  Like(Node pattern) throws BadSourceException {
    for (Node part : pattern.asList()) {
      if (part.kind() == Node.Kind.TEXT) {
        pieces.add("");
      } else {
        int last = pieces.size() - 1;
        pieces.set(last, pieces.get(last) + part.require("Literal").asText());
      }
    }
  }

  boolean matches(String text) {
    String first = pieces.get(0);
    String last = pieces.get(pieces.size() - 1);
    if (pieces.size() == 1) {
      return text.equals(first);
    }
    if (!text.startsWith(first)
        || !text.endsWith(last)
        || text.length() < first.length() + last.length()) {
      return false;
    }
    int at = first.length();
    int end = text.length() - last.length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = text.indexOf(piece, at);
      if (found < 0 || found + piece.length() > end) {
        return false;
      }
      at = found + piece.length();
    }
    return true;
  }

  /** One text that it matches. */
  String sample() {
    return String.join(Value.OTHER, pieces);
  }

  /** Its pieces, without anything between them. */
  String joined() {
    return String.join("", pieces);
  }
}
