package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Tone;

/** Whether text for the terminal carries colours. */
public enum Style {
  PLAIN,
  ANSI;

  /** The text in the tone; unchanged without colours. */
  String paint(Tone tone, String text) {
    return this == PLAIN || tone == Tone.NORMAL || text.isBlank()
        ? text
        : "\u001b[" + tone.code() + "m" + text + "\u001b[0m";
  }
}
