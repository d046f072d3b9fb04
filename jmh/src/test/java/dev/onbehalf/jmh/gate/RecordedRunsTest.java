package dev.onbehalf.jmh.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.simulation.result.Progress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was measured on a busy machine is judged as what it was. */
class RecordedRunsTest {
  private static final Rule RULE = new Rule(0.1);

  static Stream<String> runs() {
    return RecordedForks.runs().keySet().stream();
  }

  private static List<ForkResult> forks(String run) {
    return RecordedForks.runs().getOrDefault(run, List.of());
  }

  private static TimeResult replay(List<ForkResult> forks) throws MeasurementException {
    List<Row> rows = forks.get(0).of(Role.CANDIDATE).map(ForkResult.Reading::row).sorted().toList();
    Replay replay = new Replay(forks);
    return TimeGate.run(
        new TimeGate.Settings(RULE, Purpose.TIME, List.of(), rows, 1, forks.size()),
        replay,
        replay.clock(),
        Progress.NONE);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void run_ofTheSameBuild_isNoRegression_andOfASlowerOne_doesNotPass(String run)
      throws MeasurementException {
    TimeResult result = replay(forks(run));
    assertTrue(result.isValid(), run);
    if (run.startsWith("aa")) {
      assertFalse(result.has(Verdict.REGRESSION), run);
    } else {
      assertFalse(result.has(Verdict.PASS) || result.has(Verdict.IMPROVED), run);
      assertTrue(result.has(Verdict.REGRESSION), run);
    }
  }

  @Test
  void recording_hasRunsOfBothKinds() {
    assertEquals(2, runs().map(run -> run.substring(0, 2)).distinct().count());
  }

  @Test
  void rows_thatWereDecided_areMeasuredNoMore() throws MeasurementException {
    List<ForkResult> forks = forks("aa-1");
    assertEquals(5, replay(forks).forks());
  }

  @Test
  void recording_withABaselineThatMoved_isInvalid() throws MeasurementException {
    List<ForkResult> moved = forks("aa-1").stream().map(RecordedRunsTest::withMovedTwin).toList();
    TimeResult result = replay(moved);
    assertFalse(result.isValid());
  }

  private static ForkResult withMovedTwin(ForkResult fork) {
    return new ForkResult(
        fork.readings().stream()
            .map(
                reading ->
                    new ForkResult.Reading(
                        reading.row(),
                        reading.role(),
                        reading.logRatio() + (reading.role() == Role.TWIN ? 0.05 : 0),
                        1,
                        1,
                        1))
            .toList(),
        List.of());
  }
}
