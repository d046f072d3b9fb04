package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.text.PrintableText;

/** A piece of a line in one tone; whatever text it is made of, it can be printed. */
record StyledText(String text, Tone tone) {
  StyledText {
    text = PrintableText.escaped(text);
  }

  static StyledText of(String text) {
    return new StyledText(text, Tone.NORMAL);
  }

  /** The sign of the outcome between what comes before and after it. */
  static StyledText sign(String before, Outcome outcome, String after) {
    return new StyledText(before + OutcomeWords.sign(outcome) + after, OutcomeWords.tone(outcome));
  }

  int width() {
    return PrintableText.width(text);
  }

  StyledText padded(int width) {
    return new StyledText(PrintableText.padded(text, width), tone);
  }
}
