package dev.onbehalf.cli;

import dev.onbehalf.reports.terminal.Style;
import picocli.CommandLine.Help.Ansi;

/** When the terminal report is coloured. */
enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /** The style that the mode comes to; AUTO heeds the terminal and NO_COLOR. */
  Style style() {
    return switch (this) {
      case AUTO -> Ansi.AUTO.enabled() ? Style.ANSI : Style.PLAIN;
      case ALWAYS -> Style.ANSI;
      case NEVER -> Style.PLAIN;
    };
  }
}
