package dev.onbehalf.cli;

import dev.onbehalf.reports.GateReport;
import dev.onbehalf.reports.GateSummary;
import dev.onbehalf.reports.exchange.GateMarkdown;

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
