package dev.onbehalf.cli;

import dev.onbehalf.reports.GateSummary;

/** What became of a comparison. */
record Outcome(GateSummary summary, ExitCode code) {}
