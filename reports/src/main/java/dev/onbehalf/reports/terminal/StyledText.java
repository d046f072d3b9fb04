package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Mark;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.text.PrintableText;

/** A piece of a line in one tone; whatever text it is made of, it can be printed. */
record StyledText(String text, Tone tone) {
  StyledText {
    text = PrintableText.escaped(text);
  }

  static StyledText of(String text) {
    return new StyledText(text, Tone.NORMAL);
  }

  static StyledText of(Mark mark) {
    return new StyledText(mark.sign() + " " + mark.words(), mark.tone());
  }

  int width() {
    return PrintableText.width(text);
  }

  StyledText padded(int width) {
    return new StyledText(PrintableText.padded(text, width), tone);
  }
}
