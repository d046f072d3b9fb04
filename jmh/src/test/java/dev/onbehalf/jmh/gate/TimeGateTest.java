package dev.onbehalf.jmh.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.gate.ForkResult.Reading;
import dev.onbehalf.simulation.result.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gate measures until it knows, and no longer than it may. */
class TimeGateTest {
  private static final List<Row> ROWS = Row.all(List.of("one", "two"));
  private static final Row FIRST = ROWS.get(0);

  private final List<ForkPlan> plans = new ArrayList<>();
  private double seconds;

  /** Forks that take a second and two more a row, and have the ratios of a side by the fork. */
  private Forks forks(Ratio ratio) {
    return plan -> {
      int fork = plans.size();
      plans.add(plan);
      seconds += 1 + 2.0 * plan.rows().size();
      return new ForkResult(
          plan.rows().stream().flatMap(row -> readings(row, ratio.of(row, fork))).toList(),
          List.of());
    };
  }

  private static Stream<Reading> readings(Row row, double ratio) {
    return Stream.of(
        new Reading(row, Role.BASELINE, 0, 1_000, 1, 2),
        new Reading(row, Role.CANDIDATE, Math.log(ratio), 1_000 * ratio, 1, 2),
        new Reading(row, Role.TWIN, 0.001, 1_001, 1, 2));
  }

  private TimeResult run(Forks forks, double budget) throws MeasurementException {
    return TimeGate.run(
        new TimeGate.Settings(new Rule(0.1), Purpose.TIME, List.of(), ROWS, 7, budget),
        forks,
        () -> (long) (seconds * 1e9),
        Progress.NONE);
  }

  /** Ratios that no number of forks can make sense of. */
  private static double wild(int fork) {
    return fork % 2 == 0 ? 0.5 : 2 + fork / 100.0;
  }

  @Test
  void rows_thatAreClear_takeFiveForks() throws MeasurementException {
    TimeResult result = run(forks((row, fork) -> 1 + fork / 1_000.0), 300);
    assertEquals(5, result.forks());
    assertEquals(ROWS.size(), result.rows().size());
    assertTrue(result.rows().values().stream().allMatch(timed -> timed.verdict() == Verdict.PASS));
    assertTrue(result.isValid());
    assertEquals(List.of(), result.leftOut());
  }

  @Test
  void row_thatIsUndecided_isMeasuredFurtherAlone() throws MeasurementException {
    TimeResult result =
        run(
            forks((row, fork) -> row.equals(FIRST) && fork < 5 ? wild(fork) : 1 + fork / 1_000.0),
            1_000);
    assertTrue(result.forks() > 5, () -> "" + result.forks());
    assertEquals(List.of(FIRST), plans.get(5).rows());
    assertEquals(ROWS, plans.get(4).rows());
  }

  @Test
  void row_thatStaysUndecided_isInconclusiveWhenTheBudgetIsUsedUp() throws MeasurementException {
    TimeResult result =
        run(forks((row, fork) -> row.equals(FIRST) ? wild(fork) : 1 + fork / 1_000.0), 70);
    assertTrue(result.has(Verdict.INCONCLUSIVE));
    assertTrue(result.has(Verdict.PASS));
    assertTrue(result.seconds() <= 70, () -> "" + result.seconds());
    assertTrue(result.seconds() > 60, () -> "" + result.seconds());
  }

  @Test
  void row_thatStaysUndecided_isGivenUpInTheEnd() throws MeasurementException {
    TimeResult result = run(forks((row, fork) -> wild(fork)), 100_000);
    assertEquals(40, result.forks());
    assertTrue(result.has(Verdict.INCONCLUSIVE));
  }

  @Test
  void slowerRow_isARegression() throws MeasurementException {
    TimeResult result =
        run(forks((row, fork) -> (row.equals(FIRST) ? 1.3 : 1) + fork / 1_000.0), 300);
    assertEquals(
        List.of(FIRST),
        result.rows().entrySet().stream()
            .filter(row -> row.getValue().verdict() == Verdict.REGRESSION)
            .map(row -> row.getKey())
            .toList());
  }

  @Test
  void budget_thatIsTooSmallForAllRows_leavesSomeOutAndSaysSo() throws MeasurementException {
    TimeResult result = run(forks((row, fork) -> 1 + fork / 1_000.0), 9 + 4 * 5);
    assertEquals(ROWS.subList(2, 4), result.leftOut());
    assertEquals(5, result.forks());
    assertTrue(result.has(Verdict.PASS));
    assertTrue(result.has(Verdict.INCONCLUSIVE));
    assertTrue(result.seconds() <= 29, () -> "" + result.seconds());
  }

  @Test
  void budget_thatIsTooSmallForFiveForks_decidesNothing() throws MeasurementException {
    TimeResult result = run(forks((row, fork) -> 1.5), 1);
    assertEquals(1, result.forks());
    assertTrue(
        result.rows().values().stream().allMatch(timed -> timed.verdict() == Verdict.INCONCLUSIVE));
  }

  @Test
  void fork_thatTakesTooLong_isEndedWithTheBudget() throws MeasurementException {
    TimeResult result = run(new Busy(4), 60);
    assertEquals(4, result.forks());
    assertEquals(60, result.seconds(), 0.01);
    assertTrue(result.has(Verdict.INCONCLUSIVE));
  }

  @Test
  void firstFork_thatTakesTooLong_leavesAllRowsOut() throws MeasurementException {
    TimeResult result = run(new Busy(0), 60);
    assertEquals(0, result.forks());
    assertEquals(60, result.seconds(), 0.01);
    assertEquals(ROWS, result.leftOut());
  }

  /** Forks of ten seconds, until the machine gets busy and the next one would take forever. */
  private final class Busy implements Forks {
    private final Forks quick = forks((row, fork) -> 1 + fork / 1_000.0);
    private final int before;

    private Busy(int before) {
      this.before = before;
    }

    @Override
    public ForkResult run(ForkPlan plan) throws MeasurementException {
      seconds += plans.size() < before ? 0 : 1e6;
      return quick.run(plan);
    }

    @Override
    public Optional<ForkResult> run(ForkPlan plan, Duration most) throws MeasurementException {
      if (plans.size() < before) {
        return Optional.of(run(plan));
      }
      seconds += most.toMillis() / 1e3;
      return Optional.empty();
    }
  }

  @Test
  void baseline_thatDiffersFromItself_makesTheRunInvalid() throws MeasurementException {
    assertTrue(runWithTwin(1.029).isValid());
    assertFalse(runWithTwin(1.031).isValid());
    assertFalse(runWithTwin(0.969).isValid());
  }

  private TimeResult runWithTwin(double ratio) throws MeasurementException {
    return run(
        plan -> {
          seconds++;
          return new ForkResult(
              plan.rows().stream()
                  .flatMap(
                      row ->
                          Stream.of(
                              new Reading(row, Role.CANDIDATE, 0, 1, 1, 0.1),
                              new Reading(row, Role.TWIN, Math.log(ratio), 1, 1, 0.1)))
                  .toList(),
              List.of());
        },
        1_000);
  }

  @Test
  void rowMissingInAFork_isAFailureOfTheMeasurement() {
    MeasurementException failure =
        assertThrows(
            MeasurementException.class,
            () -> run(plan -> new ForkResult(readings(FIRST, 1).toList(), List.of()), 300));
    assertEquals("`own code` of `one` was not measured", failure.getMessage());
  }

  @Test
  void everyFork_hasAnotherSeed() throws MeasurementException {
    run(forks((row, fork) -> 1 + fork / 1_000.0), 300);
    assertEquals(List.of(7L, 8L, 9L, 10L, 11L), plans.stream().map(ForkPlan::seed).toList());
  }

  /** The ratio of a row in a fork. */
  @FunctionalInterface
  private interface Ratio {
    double of(Row row, int fork);
  }
}
