package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Mark;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.text.Printable;

/** A piece of a line in one tone; whatever text it is made of, it can be printed. */
record StyledText(String text, Tone tone) {
  StyledText {
    text = Printable.text(text);
  }

  static StyledText of(String text) {
    return new StyledText(text, Tone.NORMAL);
  }

  static StyledText of(Mark mark) {
    return new StyledText(mark.sign() + " " + mark.words(), mark.tone());
  }

  int width() {
    return Printable.width(text);
  }

  StyledText padded(int width) {
    return new StyledText(Printable.padded(text, width), tone);
  }
}
