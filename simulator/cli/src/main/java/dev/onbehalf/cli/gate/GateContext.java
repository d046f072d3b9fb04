package dev.onbehalf.cli.gate;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.jmh.gate.Forks;
import dev.onbehalf.jmh.gate.IncomparableException;
import dev.onbehalf.jmh.gate.Inventory;
import dev.onbehalf.reports.gate.GateSummary;
import dev.onbehalf.simulation.result.Progress;
import java.util.List;

/**
 * What every comparison needs.
 *
 * @param names the strategies that are compared; all of either side when there are none
 * @param build the build that is running, the candidate
 */
record GateContext(
    GateOptions options, Forks forks, Progress progress, List<String> names, BuildFile build) {
  GateContext {
    names = List.copyOf(names);
  }

  /** What became of a comparison. */
  record Outcome(GateSummary summary, ExitCode code) {}

  /** What is counted of the candidate. */
  Inventory candidate() throws IncomparableException {
    return Inventory.of(build.classPath(), names);
  }
}
