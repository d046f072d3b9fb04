package dev.onbehalf.cli.gate;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.reports.gate.GateSummary;

/** What became of a comparison. */
record Outcome(GateSummary summary, ExitCode code) {}
