package dev.onbehalf.reports;

/** A piece of a line in one tone; whatever text it is made of, it can be printed. */
record Span(String text, Tone tone) {
  Span {
    text = Printable.text(text);
  }

  static Span of(String text) {
    return new Span(text, Tone.NORMAL);
  }

  static Span of(Mark mark) {
    return new Span(mark.sign() + " " + mark.words(), mark.tone());
  }

  int width() {
    return Printable.width(text);
  }

  Span padded(int width) {
    return new Span(Printable.padded(text, width), tone);
  }
}
