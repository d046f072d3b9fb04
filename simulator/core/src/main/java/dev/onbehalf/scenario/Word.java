package dev.onbehalf.scenario;

/** A name or another piece of text and where it stands in the source. */
record Word(String text, Span span) {
  boolean is(String other) {
    return text.equals(other);
  }

  /** The text in backticks, fit for a message. */
  String quoted() {
    return Characters.quoted(text);
  }
}
