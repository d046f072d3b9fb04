package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.SimulationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdict is printed before anything is played, and doesn't stand where playing refutes it. */
final class EarlyVerdictTest {
  private static final String RUN =
      "--no-bench --strategy service-account --strategy token-exchange ";
  private static final String SCENARIO =
      """
      scenario: disk
      users: [ann, bob]
      agents: [ada, bot]
      resources: {disk: [read]}
      policies:
        - ann MAY read disk via ada
        - bob MAY read disk via bot
      """;

  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);
  private final List<String> early = new ArrayList<>();

  @BeforeEach
  void begin() {
    session = new Session(folder).file("disk.yaml", SCENARIO);
  }

  /** The real engine, where somebody looks when all is computed. */
  private static Engine watched(Consumer<SimulationResult> foretold) {
    Engine real = Engine.real();
    Engine.Simulation simulation =
        (scenario, source, strategies, settings, progress) ->
            real.simulation()
                .run(scenario, source, strategies, settings, watched(progress, foretold));
    return new Engine(real.reader(), simulation, real.measuring(), real.plugIns());
  }

  private static Progress watched(Progress progress, Consumer<SimulationResult> foretold) {
    return new Progress() {
      @Override
      public void report(String what, long done, long total) {
        progress.report(what, done, total);
      }

      @Override
      public void foretold(SimulationResult result) {
        progress.foretold(result);
        foretold.accept(result);
      }
    };
  }

  @Test
  void verdict_isPrinted_beforeAnythingIsPlayed() {
    session.run(watched(result -> early.add(session.out())), RUN + "disk.yaml");
    session.exits(ExitCode.OK).prints("played ");
    assertEquals(1, early.size());
    assertTrue(early.get(0).startsWith("disk: use token-exchange; "), early.get(0));
    assertTrue(early.get(0).contains("proof "), early.get(0));
    assertFalse(early.get(0).contains("played "), early.get(0));
    assertTrue(session.out().startsWith(early.get(0)), session.out());
  }

  @Test
  void foretoldResult_isOfNothingPlayed() {
    session.run(
        watched(
            result ->
                result.strategies().forEach(one -> early.add(one.live().requests() + " played"))),
        RUN + "disk.yaml");
    assertEquals(List.of("0 played", "0 played"), early);
  }

  @Test
  void verdict_isNotPrintedEarly_whereItIsAllThatIsPrinted() {
    session.run(watched(result -> early.add(session.out())), RUN + "--quiet disk.yaml");
    session.exits(ExitCode.OK).prints("disk: use token-exchange");
    assertEquals(List.of(""), early);
  }

  @Test
  void verdictThatPlayingRefutes_doesNotStand_andTheRunFails() {
    session.run(
        watched(
            result -> {
              throw new DisagreementException("it leaks");
            }),
        RUN + "disk.yaml");
    session.exits(ExitCode.INTERNAL_ERROR).complains("it leaks");
    assertTrue(
        session.out().endsWith("not as computed: this verdict does not stand\n"), session.out());
    assertEquals(List.of(), session.filesIn("reports/out"));
  }
}
