package dev.onbehalf.scenario.yaml;

import dev.onbehalf.text.PrintableText;

/** A name or another piece of text and where it stands in the source. */
public record Word(String text, Span span) {
  public boolean is(String other) {
    return text.equals(other);
  }

  /** The text in backticks, fit for a message. */
  public String quoted() {
    return PrintableText.quoted(text);
  }
}
