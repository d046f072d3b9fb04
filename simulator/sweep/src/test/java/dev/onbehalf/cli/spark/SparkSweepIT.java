package dev.onbehalf.cli.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.LogStream;
import dev.onbehalf.cli.sweep.SweepFile;
import dev.onbehalf.sweep.RandomScenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep has the rows that one machine makes, byte for byte, whatever happens to machines. */
final class SparkSweepIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final int LARGEST_JAR = 25_000_000;
  private static final int GOOD_FILES = 57;
  private static final int LIFETIMES = 25;

  @TempDir private static Path folder = Path.of("");

  private static byte[] expected = {};

  /** What the sweep is of: good files and bad ones, varied. */
  private static List<String> sweep(Path out, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                folder.resolve("cases").toString(),
                folder.resolve("nosuch.yaml").toString(),
                "--vary",
                "default=deny,unspecified",
                "--vary",
                IntStream.rangeClosed(1, LIFETIMES)
                    .mapToObj(i -> i + "min")
                    .collect(Collectors.joining(",", "workload.token-lifetime=", "")),
                "--out",
                out.toString()));
    all.addAll(List.of(more));
    return all;
  }

  @BeforeAll
  static void sweepHere() throws Exception {
    Path cases = Files.createDirectories(folder.resolve("cases"));
    for (int i = 0; i < GOOD_FILES; i++) {
      List<String> lines = new ArrayList<>();
      new RandomScenario(3, 2, 1, 0, 0, 2, 1 + i % 8, 0).lines(i).forEachRemaining(lines::add);
      Files.write(cases.resolve("random-" + i + ".yaml"), lines);
    }
    Files.writeString(cases.resolve("broken.yaml"), "scenario: [");
    Files.writeString(cases.resolve("list.yaml"), "- a\n- b\n");
    Files.write(cases.resolve("octets.yaml"), new byte[] {(byte) 0xff, 0, 1});
    Path out = folder.resolve("here");
    List<String> command =
        new ArrayList<>(List.of("java", "-jar", System.getProperty("root") + "/sim.jar", "sweep"));
    command.addAll(sweep(out));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("here.log").toFile())
            .start();
    assertEquals(
        ExitCode.OK.code(), process.waitFor(), () -> Cluster.read(folder.resolve("here.log")));
    expected = Files.readAllBytes(out.resolve(SweepFile.NAME));
    assertEquals(2 + (GOOD_FILES + 3) * 2L * LIFETIMES, rows(expected));
  }

  private static long rows(byte[] csv) {
    return new String(csv, UTF_8).lines().count();
  }

  @Test
  void clusterThatLosesAWorkerInTheMiddle_makesEveryRow() throws Exception {
    Path out = folder.resolve("cluster");
    Path csv = out.resolve(SweepFile.NAME);
    Path home = Cluster.home(TARGET.resolve("spark"), TARGET.resolve("spark.path"));
    try (Cluster cluster = new Cluster(home, folder, 2)) {
      Process driver = cluster.submit(TARGET.resolve("sweep.jar"), sweep(out));
      Cluster.await(() -> !driver.isAlive() || (cluster.works() && rows(csv) > rows(expected) / 4));
      long before = rows(csv);
      cluster.kill(0);
      int code = driver.waitFor();
      String log = Cluster.read(cluster.log("driver"));
      assertEquals(ExitCode.OK.code(), code, log);
      assertTrue(log.contains("Lost executor"), log);
      assertTrue(before < rows(expected), "rows at the kill: " + before);
      assertArrayEquals(expected, Files.readAllBytes(csv));
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("here/sweep.html")),
          Files.readAllBytes(out.resolve("sweep.html")));
      System.out.println("a worker was killed after " + (before - 1) + " rows; all are the same");
    }
  }

  private static long rows(Path csv) {
    return Cluster.read(csv).lines().count();
  }

  /** It begins where one machine was killed, and Parquet has what the table has. */
  @Test
  void sweepThatOneMachineBegan_isResumedAndWrittenAsParquet() throws Exception {
    Path out = Files.createDirectories(folder.resolve("resumed"));
    Path csv = out.resolve(SweepFile.NAME);
    Files.write(csv, Arrays.copyOf(expected, expected.length / 2));
    Path parquet = out.resolve("sweep.parquet");
    Files.createDirectories(parquet);
    Files.writeString(parquet.resolve("old"), "of another sweep");
    assertEquals(
        ExitCode.OK.code(),
        run(sweep(out, "--resume", "--master", "local[2]", "--parquet", out.toString())));
    assertArrayEquals(expected, Files.readAllBytes(csv));
    List<String> written = new ArrayList<>();
    new SweepFile(csv).read(rows -> rows.forEachRemaining(row -> written.add(line(row.cells()))));
    assertEquals(sorted(written), sorted(parquetLines(parquet)));
  }

  private static int run(List<String> arguments) {
    Console console =
        new Console(
            LogStream.to(new ByteArrayOutputStream()),
            System.err,
            folder,
            () -> false,
            () -> false);
    return SparkSweep.run(console, arguments.toArray(String[]::new));
  }

  private static List<String> parquetLines(Path parquet) throws IOException {
    try (SparkSession spark =
        SparkSession.builder().appName("test").master("local[1]").getOrCreate()) {
      return spark.read().parquet(parquet.toString()).collectAsList().stream()
          .map(row -> line(IntStream.range(0, row.length()).mapToObj(row::get).toList()))
          .toList();
    }
  }

  /** A number that is missing is nothing in Parquet, and empty in CSV. */
  private static String line(List<?> cells) {
    return cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList().toString();
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted().toList();
  }

  @Test
  void mistakes_areRefusedBeforeSparkStarts() {
    assertEquals(ExitCode.INVALID_INPUT.code(), run(List.of("--tables", "9x9")));
    assertEquals(
        ExitCode.INVALID_INPUT.code(),
        run(List.of("--tables", "2x1", "--strategy", "token-exchang")));
    assertEquals(ExitCode.INVALID_INPUT.code(), run(List.of("--tabels", "2x1")));
    assertTrue(SparkSession.getDefaultSession().isEmpty());
  }

  /** Where Spark's libraries are there already, others of them would be in the way. */
  @Test
  void jar_holdsNothingOfSpark() throws IOException {
    Path jar = TARGET.resolve("sweep.jar");
    try (JarFile file = new JarFile(jar.toFile())) {
      assertEquals(
          List.of(),
          file.stream()
              .map(JarEntry::getName)
              .filter(name -> name.matches("(org/apache/(spark|hadoop)|scala|org/slf4j)/.+"))
              .toList());
    }
    assertTrue(Files.size(jar) < LARGEST_JAR, () -> jar + " is too large");
  }
}
