package dev.onbehalf.cli.gate;

import dev.onbehalf.reports.gate.GateMarkdown;
import dev.onbehalf.reports.gate.GateReport;
import dev.onbehalf.reports.gate.GateSummary;

/** How a comparison is printed. */
enum GateFormat {
  TEXT,
  MARKDOWN;

  String render(GateSummary summary) {
    return switch (this) {
      case TEXT -> GateReport.render(summary);
      case MARKDOWN -> GateMarkdown.render(summary);
    };
  }
}
