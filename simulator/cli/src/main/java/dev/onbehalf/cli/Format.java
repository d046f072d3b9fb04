package dev.onbehalf.cli;

import dev.onbehalf.reports.Style;

/** How results are printed: whole or, when quiet, the verdicts alone. */
record Format(Style style, boolean quiet) {}
