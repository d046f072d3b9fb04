package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.jmh.Measurement;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.Plan;
import dev.onbehalf.jmh.gate.ForkPlan;
import dev.onbehalf.jmh.gate.ForkResult;
import dev.onbehalf.jmh.gate.ForkResult.Reading;
import dev.onbehalf.jmh.gate.Forks;
import dev.onbehalf.jmh.gate.Purpose;
import dev.onbehalf.jmh.gate.Role;
import dev.onbehalf.jmh.gate.Row;
import dev.onbehalf.simulation.result.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate opens, closes and says that it doesn't know, each with the exit code for it. */
final class GateCommandTest {
  private static final String ONE = "token-exchange";

  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void files() throws IOException {
    session = new Session(folder);
    jar("same.jar", System.getProperty("java.class.path", ""));
    jar("other.jar", "");
    session.file("broken.jar", "PK and nothing else").file("text.json", "what?");
    session
        .file("empty.json", "[]")
        .file("foreign.json", "[{\"benchmark\":1,\"primaryMetric\":{}}]");
  }

  /** A jar whose classes are those of a class path. */
  private void jar(String name, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(folder.resolve(name)), manifest)) {
      jar.finish();
    }
  }

  private static Engine engine(Forks forks) {
    Engine engine = Fakes.agreeable();
    Engine.Measuring measuring =
        new Engine.Measuring() {
          @Override
          public Measurement run(List<String> strategies, Plan plan, Progress progress)
              throws MeasurementException {
            throw new MeasurementException("nothing but the gate is asked");
          }

          @Override
          public Forks forks() {
            return forks;
          }
        };
    return new Engine(engine.reader(), engine.simulation(), measuring, engine.plugIns());
  }

  /** Forks in which the candidate takes so many times as long, and allocates so much more. */
  private static Forks forks(double slower, double twin, double moreBytes) {
    return plan ->
        new ForkResult(
            plan.sides().stream()
                .map(ForkPlan.Build::role)
                .flatMap(role -> readings(plan, role, slower, twin, moreBytes))
                .toList(),
            List.of());
  }

  private static Stream<Reading> readings(
      ForkPlan plan, Role role, double slower, double twin, double moreBytes) {
    double jitter = plan.seed() % 10 / 10_000.0;
    return plan.rows().stream().map(row -> reading(row, role, slower, twin, moreBytes, jitter));
  }

  private static Reading reading(
      Row row, Role role, double slower, double twin, double moreBytes, double jitter) {
    double ratio =
        switch (role) {
          case BASELINE -> 1;
          case CANDIDATE -> slower;
          case TWIN -> twin;
        };
    double bytes = role == Role.CANDIDATE ? 1_000 + moreBytes : 1_000;
    return new Reading(row, role, Math.log(ratio) + jitter, 1_000 * ratio, bytes, 0.001);
  }

  private static Engine steady() {
    return engine(forks(1, 1, 0));
  }

  @Test
  void sameBuild_passes() {
    session.run(steady(), "bench token-exchange --against same.jar").exits(ExitCode.OK);
    session.prints("PASS: ").prints("baseline: same.jar").prints("A/A check");
    session.prints(ONE).complainsOfNothing();
  }

  @Test
  void slowerBuild_isARegression() {
    session.run(engine(forks(1.2, 1, 0)), "bench token-exchange --against same.jar");
    session.exits(ExitCode.EXPECTATION_FAILED).prints("REGRESSION: ").prints("+20.0 %");
  }

  @Test
  void slowerBuild_withinAWiderLimit_passes() {
    session.run(
        engine(forks(1.2, 1, 0)), "bench token-exchange --against same.jar --max-regression 50%");
    session.exits(ExitCode.OK).prints("PASS: ");
  }

  @Test
  void fasterBuild_hasImproved() {
    session
        .run(engine(forks(0.8, 1, 0)), "bench token-exchange --against same.jar")
        .exits(ExitCode.OK);
    session.prints("PASS: ").prints("improved");
  }

  @Test
  void baselineThatMoves_makesTheRunInvalid_whateverTheRowsSay() {
    session.run(engine(forks(1.2, 1.1, 0)), "bench token-exchange --against same.jar");
    session.exits(ExitCode.MEASUREMENT_INCONCLUSIVE).prints("INVALID: ");
    assertFalse(session.out().contains("REGRESSION"), session.out());
  }

  @Test
  void moreBytes_areARegression_unlessTheyAreAccepted() {
    Engine engine = engine(forks(1, 1, 100));
    session
        .run(engine, "bench token-exchange --against same.jar")
        .exits(ExitCode.EXPECTATION_FAILED);
    session.prints("1000 → 1100").prints("more bytes allocated");
    session
        .run(engine, "bench token-exchange --against same.jar --accept allocation")
        .exits(ExitCode.OK);
    session.prints("1000 → 1100").prints("accepted");
  }

  @Test
  void forksThatDisagree_areInconclusive() {
    Forks disagreeing =
        plan ->
            plan.purpose() == Purpose.ALLOCATION
                ? forks(1, 1, 0).run(plan)
                : forks(plan.seed() % 2 == 0 ? 0.5 : 2, 1, 0).run(plan);
    session.run(engine(disagreeing), "bench token-exchange --against same.jar");
    session.exits(ExitCode.MEASUREMENT_INCONCLUSIVE).prints("INCONCLUSIVE: ");
  }

  @Test
  void forkThatDies_isInconclusive() {
    Forks dying =
        plan -> {
          throw new MeasurementException("measuring failed: it died");
        };
    session.run(engine(dying), "bench token-exchange --against same.jar");
    session.exits(ExitCode.MEASUREMENT_INCONCLUSIVE).complains("it died");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--against missing.jar | missing.jar: no such file",
        "--against .           | .: is a folder; expected a file",
        "--against other.jar   | other.jar: expected a build of this program that has the gate's benchmarks",
        "--against broken.jar  | broken.jar: expected a build of this program",
        "--against text.json   | text.json: expected an array of JMH results, but it isn't JSON",
        "--against empty.json  | empty.json: expected an array of JMH results, but found an empty one",
        "--against foreign.json | foreign.json: expected results saved by `bench --save`",
        "--against same.jar --max-regression 10 | expected a percentage like 10%, but found `10`",
        "--against same.jar --max-regression 0% | above 0% and up to 100%, but found `0%`",
        "--against same.jar --budget 5   | expected a duration like 90s or 5m, but found `5`",
        "--against same.jar --budget 0s  | expected a duration like 90s or 5m, but found `0s`",
        "--against same.jar --accept speed | but found `speed`",
        "--against same.jar --accept x:speed | but found `x:speed`",
        "--against same.jar --save x.json | expected one of `--save`, `--against` and `--self-test`",
        "--budget 5m                     | `--budget` has no effect without `--save`, `--against` or `--self-test`",
        "--against same.jar --provider jdk | `--provider` has no effect with `--against`",
        "--save x.json --no-time         | `--no-time` has no effect with `--save`",
        "--self-test --accept allocation | `--accept` has no effect with `--self-test`",
        "--self-test --runs 0            | expected `--runs` of 1 or more, but found 0",
        "--against same.jar toke-exchange | did you mean `token-exchange`?",
        "--against same.jar --format pdf | Invalid value for option '--format'",
      })
  void mistakeOfTheUser_exitsWith2(String options, String message) {
    session.run(steady(), "bench " + options).exits(ExitCode.INVALID_INPUT).complains(message);
    assertFalse(session.err().contains("\tat "), session.err());
    assertEquals("", session.out());
  }

  @Test
  void savedBaseline_isComparedInCountsAndBytes_andItsTimesAdvise() {
    session.run(steady(), "bench token-exchange --save sub/base.json").exits(ExitCode.OK);
    session.prints("wrote sub/base.json");
    session
        .run(engine(forks(3, 1, 0)), "bench token-exchange --against sub/base.json")
        .exits(ExitCode.OK);
    session
        .prints("PASS: ")
        .prints("baseline: sub/base.json")
        .prints("advice")
        .prints("only advise");
    session.run(engine(forks(1, 1, 100)), "bench token-exchange --against sub/base.json --no-time");
    session.exits(ExitCode.EXPECTATION_FAILED).prints("no time was compared");
  }

  @Test
  void savedBaseline_ofAnotherJava_doesNotGateBytes_andTheDifferenceIsNamed() throws IOException {
    session.run(steady(), "bench token-exchange --save base.json").exits(ExitCode.OK);
    String version = Runtime.version().toString();
    change("base.json", version, "11.0.1+1");
    session.run(engine(forks(1, 1, 100)), "bench token-exchange --against base.json --no-time");
    session.exits(ExitCode.OK).prints("other environment: java: `11.0.1+1` there, `" + version);
  }

  @Test
  void savedBaseline_withOtherCounts_isARegression_unlessTheyAreAccepted() throws IOException {
    session.run(steady(), "bench token-exchange --save base.json").exits(ExitCode.OK);
    change("base.json", "\"signatures\" : 2", "\"signatures\" : 1");
    session.run(steady(), "bench token-exchange --against base.json --no-time");
    session.exits(ExitCode.EXPECTATION_FAILED).prints("1 → 2");
    session.run(steady(), "bench token-exchange --against base.json --no-time --accept signatures");
    session.exits(ExitCode.OK).prints("1 → 2").prints("accepted");
  }

  @Test
  void savedBaseline_withAStrategyThatIsGone_isARegression() throws IOException {
    session.run(steady(), "bench --save base.json " + ONE).exits(ExitCode.OK);
    change("base.json", "\"" + ONE + "\"", "\"gone\"");
    session.run(steady(), "bench --against base.json --no-time");
    session.exits(ExitCode.EXPECTATION_FAILED).prints("MISSING").prints("NEW");
    session.run(steady(), "bench --against base.json --no-time --accept presence");
    session.exits(ExitCode.OK);
  }

  private void change(String file, String before, String after) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertTrue(text.contains(before), text);
    session.file(file, text.replace(before, after));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-time", "--budget 60s"})
  void budget_isKept(String option) {
    session.run(steady(), "bench token-exchange --against same.jar " + option).exits(ExitCode.OK);
  }

  @Test
  void markdown_hasTheVerdictInItsFirstLine() {
    session.run(
        engine(forks(1.2, 1, 0)), "bench token-exchange --against same.jar --format markdown");
    assertTrue(session.out().startsWith("**REGRESSION"), session.out());
    session.prints("| --- |");
  }

  @Test
  void chartAndRecord_areWrittenOnDemand() throws IOException {
    session.run(
        steady(),
        "bench token-exchange --against same.jar --chart a/ratios.svg --record forks.csv");
    session.exits(ExitCode.OK);
    assertTrue(Files.readString(folder.resolve("a/ratios.svg")).contains("token-exchange, access"));
    List<String> lines = Files.readAllLines(folder.resolve("forks.csv"));
    assertEquals("fork,seed,purpose,strategy,benchmark,role,logRatio,nanos,bytes", lines.get(0));
    assertTrue(lines.size() > 5 * 2 * 3, () -> "" + lines.size());
  }

  @Test
  void output_thatCanNotBeWritten_exitsWith4() {
    session
        .run(steady(), "bench token-exchange --against same.jar --chart .")
        .exits(ExitCode.OUTPUT_FAILED);
    session.complains("is a folder");
  }

  @Test
  void selfTest_reportsFalseAlarmsAndDetections() {
    Forks honest =
        plan ->
            forks(
                    plan.sides().stream().mapToDouble(side -> 1 + side.slowdown()).max().orElse(1),
                    1,
                    0)
                .run(plan);
    session.run(engine(honest), "bench token-exchange --self-test --runs 2").exits(ExitCode.OK);
    session.prints("A/A: false alarms 0 of 2, passed 2");
    session.prints("slowed by 10 %: detected 2 of 2, passed 0");
    session.prints("slowed by 20 %: detected 2 of 2, passed 0");
  }

  @Test
  void selfTest_thatCanNotTellASlowdown_fails() {
    session.run(steady(), "bench token-exchange --self-test").exits(ExitCode.EXPECTATION_FAILED);
    session.prints("slowed by 10 %: detected 0 of 1, passed 1");
  }
}
