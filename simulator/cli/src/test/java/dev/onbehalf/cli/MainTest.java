package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way a command can end has its exit code and tells the user why. */
final class MainTest {
  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("full"));
    Files.writeString(folder.resolve("full/three.yaml"), "ok three");
    session = new Session(folder);
    session.file("one.yaml", "ok one").file("two.yaml", "ok two").file("twin.yaml", "ok one");
    session.file("bad.yaml", "ok bad").file("unexpected.yaml", "ok unexpected");
    session.file("problem.yaml", "problem");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one.yaml                          | one: no strategy of this run",
        "one.yaml two.yaml                 | two: no strategy of this run",
        "--quiet one.yaml                  | one: use nothing",
        "--no-bench --seed 7 one.yaml      | one: no strategy of this run",
        "--signing EdDSA one.yaml          | one: no strategy of this run",
        "--live-limit 1 one.yaml           | one: no strategy of this run",
        "--strategy token-exchange one.yaml | one: no strategy of this run",
        "validate one.yaml two.yaml        | two.yaml: ok (2 users, 1 agent, 0 policies, 8"
            + " requests)",
        "--version                         | sim ",
        "--help                            |  5   a measurement was inconclusive; the scores are"
            + " written",
        "--help                            | 71   out of memory",
        "--bench full --provider jdk one.yaml | one: no strategy of this run",
        "bench --help                      | Usage: java -jar sim.jar bench",
        "validate --help                   | Usage: java -jar sim.jar validate",
        "explain --help                    | --plugin-timeout",
        "compare --help                    | --plugins",
        "why --help                        | --strategy",
        "diff --help                       | Usage: java -jar sim.jar diff",
        "--help                            | why ",
        "help                              | Usage: java -jar sim.jar ",
        "help bench                        | Usage: java -jar sim.jar bench",
        "completion zsh                    | bashcompinit",
        "completion bash                   | token-exchange",
        "--help                            | diff ",
        "completion bash                   | validate strategies explain compare why diff",
      })
  void command_thatSucceeds_exitsWith0(String command, String text) {
    session.run(Fakes.agreeable(), command).exits(ExitCode.OK).prints(text).complainsOfNothing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | expected the name of a scenario file, but found none",
        "''                          | java -jar sim.jar --help",
        "--outt x one.yaml           | Possible solutions: --out",
        "--seed x one.yaml           | Invalid value for option '--seed'",
        "--signing none one.yaml     | Invalid value for option '--signing'",
        "--color blue one.yaml       | Invalid value for option '--color'",
        "--bench slow one.yaml       | Invalid value for option '--bench'",
        "--provider bc one.yaml      | Invalid value for option '--provider'",
        "bench toke-exchange         | did you mean `token-exchange`?",
        "--live-limit 0 one.yaml     | expected a `--live-limit` of 1 or more, but found 0",
        "--strategy toke-exchange one.yaml | did you mean `token-exchange`?",
        "--strategy x one.yaml       | (there are: token-exchange, service-account)",
        "validate                    | java -jar sim.jar validate --help",
        "missing.yaml                | missing.yaml: no such file",
        "help valdate                | no file or command `valdate`; did you mean `validate`?",
        "valdate one.yaml            | no file or command `valdate`; did you mean `validate`?",
        "-                           | -: no such file",
        "@one.yaml                   | @one.yaml: no such file",
        ".                           | .: is a folder; expected a file; its scenarios are"
            + " `./*.yaml`\\n",
        "full                        | full: is a folder; expected a file; its scenarios are"
            + " `full/*.yaml`\\n",
        "full/                       | full/: is a folder; expected a file; its scenarios are"
            + " `full/*.yaml`\\n",
        "validate full               | full: is a folder; expected a file; its scenarios are"
            + " `full/*.yaml`\\n",
        "empty                       | empty: is a folder; expected a file\\n",
        "problem.yaml                | problem.yaml:1:1: expected better\\nproblem\\n^^^^^^^",
        "problem.yaml                | problem.yaml:1:1: expected more",
        "validate one.yaml problem.yaml | problem.yaml:1:1: expected better",
        "missing.yaml problem.yaml   | problem.yaml:1:1: expected more",
        "one.yaml problem.yaml       | problem.yaml:1:1: expected more",
        "one.yaml twin.yaml          | twin.yaml: the scenario is called `one` like that of"
            + " `one.yaml`",
        "validate one.yaml twin.yaml | twin.yaml: the scenario is called `one` like that of"
            + " `one.yaml`",
      })
  void mistakeOfTheUser_exitsWith2AndRunsNothing(String command, String text) {
    session.run(Fakes.agreeable(), command).exits(ExitCode.INVALID_INPUT);
    session.complains(text.replace("\\n", "\n"));
    assertFalse(session.err().contains("\tat "), session.err());
    assertEquals(List.of(), session.filesIn("reports/out"));
  }

  @Test
  void scenario_calledIndex_isRefusedBesideOthers() {
    String index = "scenario: index\nusers: [u]\nresources: [r]\npolicies: [u MAY use r]\n";
    session.file("i.yaml", index).file("o.yaml", index.replace("index", "other"));
    session.run(Engine.real(), "validate i.yaml").exits(ExitCode.OK);
    session.run(Engine.real(), "--no-bench i.yaml o.yaml").exits(ExitCode.INVALID_INPUT);
    session.complains(
        "i.yaml: the scenario is called `index`, and the index of several would overwrite its"
            + " page");
  }

  @Test
  void wordsOfAScenario_giveNoOrdersToTheReaderOfTheLog() {
    session.file("order.yaml", "scenario: s\n::error file=x::forged\n");
    session.run(Engine.real(), "validate order.yaml").exits(ExitCode.INVALID_INPUT);
    session.complains("\n:\\u003aerror file=x::forged\n");
  }

  @Test
  void validate_printsTheGoodFilesBesideTheProblems() {
    session.run(Fakes.agreeable(), "validate problem.yaml one.yaml").exits(ExitCode.INVALID_INPUT);
    session.prints("one.yaml: ok (").complains("problem.yaml:1:1: ");
  }

  @Test
  void file_ofTheLargestSize_isReadAndOneByteMoreIsNot() throws IOException {
    session.file("large.yaml", "ok large ").run(grown(0), "large.yaml").exits(ExitCode.OK);
    session.run(grown(1), "large.yaml").exits(ExitCode.INVALID_INPUT);
    session.complains("large.yaml: is too large; expected 8388608 bytes at most");
  }

  private Engine grown(long excess) throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("large.yaml").toFile(), "rw")) {
      file.setLength(SourceText.MAX_BYTES + excess);
    }
    return Fakes.agreeable();
  }

  @Test
  void failedExpectation_exitsWith1AndRunsTheOthers() {
    session
        .run(Fakes.agreeable(), "--bench all unexpected.yaml one.yaml")
        .exits(ExitCode.EXPECTATION_FAILED);
    session.prints("unexpected.yaml:3:5: recommended: expected none, found token-exchange");
    session.prints("one: no strategy of this run").prints("index.html\n").complainsOfNothing();
    assertEquals(
        List.of(
            "index.html",
            "one.html",
            "one.jmh.json",
            "one.json",
            "one.work.svg",
            "unexpected.html",
            "unexpected.jmh.json",
            "unexpected.json",
            "unexpected.work.svg"),
        session.filesIn("reports/out"));
  }

  @Test
  void failedExpectation_ofAQuietRun_isAComplaint() {
    session.run(Fakes.agreeable(), "--quiet unexpected.yaml one.yaml");
    session.exits(ExitCode.EXPECTATION_FAILED);
    assertEquals("unexpected: use nothing\none: use nothing\n", session.out());
    session.complains("unexpected.yaml:3:5: recommended: expected none, found token-exchange\n");
  }

  @Test
  void failedStrategy_exitsWith3AndKeepsTheOtherResults() {
    Engine engine = Fakes.throwing(() -> new StrategyFailedException("x", "it\u001b broke"));
    session.run(engine, "--bench all bad.yaml unexpected.yaml").exits(ExitCode.STRATEGY_FAILED);
    assertEquals("bad.yaml: strategy `x` failed: it\\u001b broke\n", session.err());
    assertEquals(
        List.of("unexpected.html", "unexpected.jmh.json", "unexpected.json", "unexpected.work.svg"),
        session.filesIn("reports/out"));
  }

  @Test
  void strategies_ofOneName_exitWith3() {
    List<CredentialStrategy> twins = List.of(new Fakes.Named("x"), new Fakes.Named("x"));
    session
        .run(Fakes.with(() -> twins), "one.yaml")
        .exits(ExitCode.STRATEGY_FAILED)
        .complains("both have this name");
  }

  @Test
  void strategy_thatCannotBeLoaded_exitsWith3() {
    Engine engine =
        Fakes.with(
            () -> {
              throw new ServiceConfigurationError("no such provider");
            });
    session.run(engine, "strategies").exits(ExitCode.STRATEGY_FAILED).complains("no such provider");
  }

  @Test
  void failedMeasurement_exitsWith5AndKeepsTheResults() {
    session.run(Fakes.withoutMeasurement(), "--bench all one.yaml");
    session.exits(ExitCode.MEASUREMENT_INCONCLUSIVE).prints("one: no strategy of this run");
    assertEquals("measuring `obtain token-exchange` failed\n", session.err());
    assertEquals(List.of("one.html", "one.json", "one.work.svg"), session.filesIn("reports/out"));
  }

  @Test
  void failedMeasurement_thatNobodyAskedFor_isNotMade() {
    session.run(Fakes.withoutMeasurement(), "--no-bench one.yaml").exits(ExitCode.OK);
    session.complainsOfNothing();
  }

  @Test
  void failedMeasurement_ofTheBenchCommand_exitsWith5() {
    session.run(Fakes.withoutMeasurement(), "bench");
    session.exits(ExitCode.MEASUREMENT_INCONCLUSIVE).complains("measuring `obtain");
  }

  @Test
  void failedMeasurement_outweighsNoFailedExpectation() {
    session.run(Fakes.withoutMeasurement(), "--bench all unexpected.yaml");
    session.exits(ExitCode.EXPECTATION_FAILED).complains("measuring `obtain");
  }

  @Test
  void scenario_thatIsTooLarge_exitsWith2() {
    session.run(Fakes.throwing(() -> new ScenarioTooLargeException("too many")), "bad.yaml");
    session.exits(ExitCode.INVALID_INPUT);
    assertEquals("bad.yaml: too many\n", session.err());
  }

  @Test
  void disagreement_exitsWith70AndOneLine() {
    session.run(
        Fakes.throwing(() -> new DisagreementException("4\nis not 5")), "bad.yaml one.yaml");
    session.exits(ExitCode.INTERNAL_ERROR).prints("one: no strategy of this run");
    session.complains("bad.yaml: internal error: ").complains("please report it");
    assertEquals(1, session.err().lines().count(), session.err());
  }

  @Test
  void stackTrace_isPrintedOnDemand() {
    session.run(Fakes.throwing(StackOverflowError::new), "--stacktrace bad.yaml");
    session.exits(ExitCode.INTERNAL_ERROR).complains("\tat ");
  }

  @Test
  void outOfMemory_exitsWith71AndNamesTheRemedy() {
    session.run(Fakes.throwing(() -> new OutOfMemoryError("heap")), "bad.yaml");
    session.exits(ExitCode.OUT_OF_MEMORY).complains("-Xmx");
    assertEquals(1, session.err().lines().count(), session.err());
  }

  @Test
  void outOfMemory_onAnotherThread_exitsWith71() {
    OutOfMemoryError error = new OutOfMemoryError("heap");
    session.run(Fakes.throwing(() -> new IllegalStateException(error)), "bad.yaml");
    session.exits(ExitCode.OUT_OF_MEMORY);
  }

  @Test
  void fileInTheWayOfTheFolder_exitsWith4BeforeAnythingRuns() {
    session.file("out", "").run(Fakes.agreeable(), "--out out one.yaml two.yaml");
    session.exits(ExitCode.OUTPUT_FAILED).complains(folder.resolve("out") + ": can't be written: ");
    assertEquals(1, session.err().lines().count(), session.err());
    assertEquals("", session.out());
  }

  @Test
  void resultThatCannotBeWritten_exitsWith4AndLeavesNoTemporaryFile() throws IOException {
    Files.createDirectories(folder.resolve("out/one.json/x"));
    session
        .run(Fakes.agreeable(), "--bench all --out out one.yaml two.yaml")
        .exits(ExitCode.OUTPUT_FAILED);
    session.complains("one.json: can't be written: ").prints("two: no strategy of this run");
    assertEquals(
        List.of("two.html", "two.jmh.json", "two.json", "two.work.svg"), session.filesIn("out"));
  }

  @Test
  void result_replacesTheOneBeforeIt() throws IOException {
    session.run(Fakes.agreeable(), "--out a/b one.yaml").exits(ExitCode.OK);
    String first = Files.readString(folder.resolve("a/b/one.json"));
    session.run(Fakes.agreeable(), "--out a/b one.yaml").exits(ExitCode.OK);
    assertEquals(List.of("one.html", "one.json", "one.work.svg"), session.filesIn("a/b"));
    assertEquals(first, Files.readString(folder.resolve("a/b/one.json")));
  }

  @Test
  void result_saysWhereItCameFromAndHowItWasMade() throws IOException {
    session.run(Fakes.agreeable(), "--seed 7 one.yaml").exits(ExitCode.OK);
    String json = Files.readString(folder.resolve("reports/out/one.json"));
    // The SHA-256 of the six bytes `ok one`.
    assertTrue(
        json.contains(
            "\"sha256\" : \"1a1f53e327cf654b19542584a02e9c1e1931ae2aa61fc0098a305a329fc8007c\""),
        json);
    assertTrue(json.contains("\"file\" : \"one.yaml\""), json);
    assertTrue(json.contains("\"seed\" : \"7\""), json);
  }

  @Test
  void simulation_isGivenTheStrategiesThatWereNamed() {
    List<CredentialStrategy> given = new ArrayList<>();
    Engine engine =
        Fakes.engine(
            (scenario, source, strategies, settings, progress) -> {
              given.addAll(strategies);
              return Fakes.result(scenario, source);
            });
    session.run(engine, "--strategy service-account one.yaml").exits(ExitCode.OK);
    assertEquals(List.of(new Fakes.Named("service-account")), given);
    session.run(engine, "one.yaml").exits(ExitCode.OK);
    assertEquals(Fakes.STRATEGIES, given.subList(1, 3));
  }

  @Test
  void programThatReadsNoMore_isNoFailure() {
    assertEquals(ExitCode.OK.code(), runWithoutReader(() -> true));
    assertEquals(List.of("one.html", "one.json", "one.work.svg"), session.filesIn("reports/out"));
  }

  @Test
  void outputThatCannotBeWritten_exitsWith4() {
    assertEquals(ExitCode.OUTPUT_FAILED.code(), runWithoutReader(() -> false));
    assertEquals(List.of("one.html", "one.json", "one.work.svg"), session.filesIn("reports/out"));
  }

  private int runWithoutReader(BooleanSupplier piped) {
    PrintStream gone = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    gone.close();
    PrintStream err = session.console().err();
    Console console = new Console(gone, err, folder, piped, () -> false);
    return new Main(Fakes.agreeable(), console).run("one.yaml");
  }

  @Test
  void colour_isUsedWhenAskedFor() {
    assertTrue(session.run(Fakes.agreeable(), "--color always one.yaml").out().contains("\u001b["));
    assertFalse(session.run(Fakes.agreeable(), "--color never one.yaml").out().contains("\u001b"));
  }
}
