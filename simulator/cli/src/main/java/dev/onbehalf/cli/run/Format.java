package dev.onbehalf.cli.run;

import dev.onbehalf.reports.terminal.Style;

/** How results are printed: whole or, when quiet, the verdicts alone. */
public record Format(Style style, boolean quiet) {}
