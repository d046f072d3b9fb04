package dev.onbehalf.jmh.gate;

import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.gate.ForkPlan.Build;
import dev.onbehalf.jmh.gate.TimeResult.Timed;
import dev.onbehalf.simulation.result.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Times a candidate against a baseline, fork after fork, until every row is decided or the budget
 * is used up. The rows are looked at after fixed numbers of forks: whoever looks after each one
 * finds something sooner or later, where nothing is.
 */
public final class TimeGate {
  private final Settings settings;
  private final Forks forks;
  private final LongSupplier nanoTime;
  private final long start;
  private final ForkRecord readings = new ForkRecord();
  private final SortedMap<Row, Verdict> verdicts = new TreeMap<>();
  private List<Row> open;
  private final List<Row> leftOut = new ArrayList<>();
  private double lastFork;
  private boolean ended;

  private TimeGate(Settings settings, Forks forks, LongSupplier nanoTime) {
    this.settings = settings;
    this.forks = forks;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
    open = settings.rows();
    open.forEach(row -> verdicts.put(row, Verdict.INCONCLUSIVE));
  }

  /**
   * How to time.
   *
   * @param sides the builds
   * @param seconds the budget, after which a fork is ended, too
   */
  public record Settings(
      Rule rule, Purpose purpose, List<Build> sides, List<Row> rows, long seed, double seconds) {
    public Settings {
      sides = List.copyOf(sides);
      rows = List.copyOf(rows);
    }
  }

  /** Times until all is decided, or no more forks fit into the budget. */
  public static TimeResult run(
      Settings settings, Forks forks, LongSupplier nanoTime, Progress progress)
      throws MeasurementException {
    return new TimeGate(settings, forks, nanoTime).run(progress);
  }

  private TimeResult run(Progress progress) throws MeasurementException {
    for (int look = 0; look < Rule.LOOKS.size() && !open.isEmpty() && hasTime(); look++) {
      while (readings.forks() < Rule.LOOKS.get(look) && hasTime()) {
        progress.report("forks, with rows undecided", readings.forks(), Rule.LOOKS.get(look));
        fork();
      }
      if (readings.forks() >= Rule.LOOKS.get(0)) {
        judge(Rule.alpha(look));
      }
    }
    return result();
  }

  private boolean hasTime() {
    return !ended && seconds() + lastFork <= settings.seconds();
  }

  private void fork() throws MeasurementException {
    double before = seconds();
    long seed = settings.seed() + readings.forks();
    ForkPlan plan = new ForkPlan(settings.purpose(), settings.sides(), open, seed);
    Optional<ForkResult> result = forks.run(plan, left());
    ended = result.isEmpty();
    if (result.isPresent()) {
      add(result.get(), before);
    }
  }

  private Duration left() {
    return Duration.ofMillis(Math.round(1_000 * (settings.seconds() - seconds())));
  }

  private void add(ForkResult result, double before) throws MeasurementException {
    requireAll(result);
    readings.add(result);
    lastFork = seconds() - before;
    if (readings.forks() == 1) {
      leaveOut(result);
    }
  }

  private void requireAll(ForkResult result) throws MeasurementException {
    List<Row> missing = new ArrayList<>(open);
    missing.removeAll(result.of(Role.CANDIDATE).map(ForkResult.Reading::row).toList());
    if (!missing.isEmpty()) {
      Row row = missing.get(0);
      throw new MeasurementException(
          "`%s` of `%s` was not measured".formatted(row.benchmark().words(), row.strategy()));
    }
  }

  /** Gives up the rows, from the last, that keep the others from getting their forks. */
  private void leaveOut(ForkResult first) {
    Map<Row, Double> costs =
        first
            .of(Role.CANDIDATE)
            .collect(Collectors.toMap(ForkResult.Reading::row, ForkResult.Reading::seconds));
    double each = (settings.seconds() - seconds()) / (Rule.LOOKS.get(0) - 1);
    double needed = lastFork;
    List<Row> kept = new ArrayList<>(open);
    while (needed > each && kept.size() > 1) {
      Row dropped = kept.remove(kept.size() - 1);
      leftOut.add(0, dropped);
      needed -= costs.getOrDefault(dropped, 0.0);
    }
    open = kept;
    lastFork = needed;
  }

  private void judge(double alpha) {
    SortedMap<Row, Ratios> ratios = new TreeMap<>();
    open.forEach(row -> ratios.put(row, readings.ratios(row)));
    verdicts.putAll(settings.rule().judge(ratios, settings.rows().size(), alpha));
    open = open.stream().filter(row -> verdicts.get(row) == Verdict.INCONCLUSIVE).toList();
  }

  private TimeResult result() {
    SortedMap<Row, Timed> rows = new TreeMap<>();
    verdicts.forEach((row, verdict) -> rows.put(row, readings.timed(row, verdict)));
    return new TimeResult(
        rows,
        readings.twins(),
        readings.forks(),
        seconds(),
        readings.forks() == 0 ? settings.rows() : leftOut);
  }

  private double seconds() {
    return (nanoTime.getAsLong() - start) / 1e9;
  }
}
