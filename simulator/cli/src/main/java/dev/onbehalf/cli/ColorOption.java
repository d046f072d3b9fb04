package dev.onbehalf.cli;

import dev.onbehalf.reports.terminal.Style;
import picocli.CommandLine.Option;

/** Whether what a command prints is coloured. */
final class ColorOption {
  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "use colours: auto, always or never (${DEFAULT-VALUE})")
  private ColorMode mode = ColorMode.AUTO;

  /** The style that was asked for. */
  Style style() {
    return mode.style();
  }
}
