package dev.onbehalf.cli;

import dev.onbehalf.reports.terminal.Style;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Whether what a command prints is coloured. */
final class ColorOption {
  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "use colours: auto, always or never (${DEFAULT-VALUE})")
  private Mode mode = Mode.AUTO;

  /** The style that was asked for. */
  Style style() {
    return mode.style();
  }

  /** When the terminal report is coloured. */
  private enum Mode {
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
}
