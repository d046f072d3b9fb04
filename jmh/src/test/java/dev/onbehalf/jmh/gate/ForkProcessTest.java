package dev.onbehalf.jmh.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.jmh.MeasurementException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A process that dies, hangs or talks nonsense is a measurement that failed. */
class ForkProcessTest {
  private static final ForkPlan PLAN =
      new ForkPlan(Purpose.SMOKE, List.of(), List.of(new Row("one", Benchmark.ACCESS)), 3);

  private static String failure(Class<?> main, Duration patience) {
    return String.valueOf(
        assertThrows(
                MeasurementException.class,
                () -> new ForkProcess(main.getName(), patience).run(PLAN))
            .getMessage());
  }

  @Test
  void process_thatThrows_isAFailureWithTheReason() {
    String failure = failure(Throwing.class, Duration.ofMinutes(1));
    assertTrue(failure.contains("IllegalStateException: on purpose"), failure);
  }

  @Test
  void process_thatSaysNothing_isAFailure() {
    assertEquals(
        "measuring failed: the process ended without a result",
        failure(Silent.class, Duration.ofMinutes(1)));
  }

  @Test
  void process_thatHangs_isEnded() {
    String failure = failure(Hanging.class, Duration.ofSeconds(1));
    assertEquals("a measuring process took longer than 1 s and was ended", failure);
  }

  @Test
  void process_thatHangs_isEndedAfterTheTimeThatItIsGiven() throws MeasurementException {
    ForkProcess process = new ForkProcess(Hanging.class.getName(), Duration.ofMinutes(10));
    assertEquals(Optional.empty(), process.run(PLAN, Duration.ofSeconds(1)));
  }

  @Test
  void process_thatAnswers_isHeard() throws MeasurementException {
    ForkResult result = new ForkProcess(Answering.class.getName(), Duration.ofMinutes(1)).run(PLAN);
    assertEquals(PLAN.rows().get(0), result.readings().get(0).row());
  }

  /** A process that throws. */
  static final class Throwing {
    private Throwing() {}

    /** Throws. */
    public static void main(String[] args) {
      if (args.length == 0) {
        throw new IllegalStateException("on purpose");
      }
    }
  }

  /** A process that says nothing. */
  static final class Silent {
    private Silent() {}

    /** Ends. */
    public static void main(String[] args) {}
  }

  /** A process that hangs. */
  static final class Hanging {
    private Hanging() {}

    /** Waits longer than anyone has patience. */
    public static void main(String[] args) throws InterruptedException {
      Thread.sleep(600_000);
    }
  }

  /** A process that answers what it was asked. */
  static final class Answering {
    private Answering() {}

    /** Gives every row a reading. */
    public static void main(String[] args) throws Exception {
      ForkPlan plan = ForkProcess.plan(new String(System.in.readAllBytes(), UTF_8));
      System.out.println(
          ForkProcess.answer(
              new ForkResult(
                  plan.rows().stream()
                      .map(row -> new ForkResult.Reading(row, Role.CANDIDATE, 0, 1, 1, 1))
                      .toList(),
                  List.of(Role.CANDIDATE))));
    }
  }
}
