package dev.onbehalf.token.macaroon;

import dev.onbehalf.text.PrintableText;
import java.util.Optional;

/** A first-party caveat, as the resources write and understand them. */
record Caveat(Kind kind, String value) {
  private static final String IS = " = ";

  enum Kind {
    /** Who was handed the macaroon. */
    AGENT("agent"),
    /** The one action that it is good for. */
    ACTION("action"),
    /** The second, since 1970, in which it is no longer good. */
    EXPIRES("expires");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  static Caveat agent(String agent) {
    return new Caveat(Kind.AGENT, agent);
  }

  static Caveat action(String action) {
    return new Caveat(Kind.ACTION, action);
  }

  static Caveat expires(long seconds) {
    return new Caveat(Kind.EXPIRES, Long.toString(seconds));
  }

  /** The caveat of the text, unless it is one that nobody here understands. */
  static Optional<Caveat> parse(String text) {
    for (Kind kind : Kind.values()) {
      if (text.startsWith(kind.word + IS)) {
        return Optional.of(new Caveat(kind, text.substring((kind.word + IS).length())))
            .filter(caveat -> PrintableText.isIdentifier(caveat.value));
      }
    }
    return Optional.empty();
  }

  String text() {
    return kind.word + IS + value;
  }
}
