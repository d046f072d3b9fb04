package dev.onbehalf.cli.gate;

import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.gate.ForkPlan;
import dev.onbehalf.jmh.gate.ForkResult;
import dev.onbehalf.jmh.gate.ForkResult.Reading;
import dev.onbehalf.jmh.gate.Forks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Forks that keep what they measured, for those who want to see all of it. */
final class ForkLog implements Forks {
  private static final String HEADING =
      "fork,seed,purpose,strategy,benchmark,role,logRatio,nanos,bytes";

  private final Forks forks;
  private final List<String> lines = new ArrayList<>(List.of(HEADING));
  private int count;

  ForkLog(Forks forks) {
    this.forks = forks;
  }

  @Override
  public ForkResult run(ForkPlan plan) throws MeasurementException {
    ForkResult result = forks.run(plan);
    log(plan, result);
    return result;
  }

  @Override
  public Optional<ForkResult> run(ForkPlan plan, Duration most) throws MeasurementException {
    Optional<ForkResult> result = forks.run(plan, most);
    result.ifPresent(measured -> log(plan, measured));
    return result;
  }

  private void log(ForkPlan plan, ForkResult result) {
    count++;
    result.readings().forEach(reading -> lines.add(line(plan, reading)));
  }

  private String line(ForkPlan plan, Reading reading) {
    return String.format(
        Locale.ROOT,
        "%d,%d,%s,%s,%s,%s,%.6f,%.1f,%.1f",
        count,
        plan.seed(),
        plan.purpose(),
        reading.row().strategy(),
        reading.row().benchmark(),
        reading.role(),
        reading.logRatio(),
        reading.nanos(),
        reading.bytes());
  }

  /** Everything so far, as comma-separated values. */
  String csv() {
    return String.join("\n", lines) + "\n";
  }
}
