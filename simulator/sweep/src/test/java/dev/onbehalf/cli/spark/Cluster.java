package dev.onbehalf.cli.spark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A standalone cluster of processes on this machine: a master and workers. */
final class Cluster implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("spark://127\\.0\\.0\\.1:[1-9][0-9]*");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path home;
  private final Path scratch;
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();
  private final String address;

  /**
   * Starts the cluster.
   *
   * @param home where the jars of Spark are, and where processes log
   */
  Cluster(Path home, Path scratch, int size) throws IOException {
    this.home = home;
    this.scratch = scratch;
    start("master", "master.Master", List.of("--port", "0"));
    Path log = log("master");
    await(() -> ADDRESS.matcher(read(log)).find());
    Matcher matcher = ADDRESS.matcher(read(log));
    assertTrue(matcher.find());
    address = matcher.group();
    for (int i = 0; i < size; i++) {
      String folder = scratch.resolve("worker-" + i).toString();
      workers.add(
          start(
              "worker-" + i,
              "worker.Worker",
              List.of("--cores", "1", "--memory", "600m", "--work-dir", folder, address)));
    }
  }

  /** A folder that looks like an installation of Spark, of the jars that the build found. */
  static Path home(Path folder, Path classPath) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    for (String jar : Files.readString(classPath).strip().split(File.pathSeparator, -1)) {
      Path link = jars.resolve(Path.of(jar).getFileName());
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, Path.of(jar));
      }
    }
    return folder;
  }

  /** Submits a program, as spark-submit does. */
  Process submit(Path jar, List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--master", address));
    for (String setting :
        List.of(
            "spark.executor.memory=600m",
            "spark.executor.extraJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
            "spark.ui.enabled=false")) {
      all.addAll(List.of("--conf", setting));
    }
    all.addAll(List.of("--class", SparkSweep.class.getName(), jar.toString()));
    all.addAll(arguments);
    return start("driver", "SparkSubmit", all);
  }

  /** Whether every worker has begun to work. */
  boolean works() {
    return workers.stream().allMatch(worker -> worker.descendants().findAny().isPresent());
  }

  /** Ends a worker and what it does, as a machine that fails. */
  void kill(int worker) {
    kill(workers.get(worker));
  }

  private static void kill(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private Process start(String name, String program, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                home.resolve("jars") + "/*",
                "org.apache.spark.deploy." + program));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log(name).toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME",
                home.toString(),
                // Without it, Spark looks for a folder of its own build.
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_LOCAL_DIRS",
                scratch.resolve("local").toString()));
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  Path log(String name) {
    return home.resolve(name + ".log");
  }

  /** Waits for something that will be. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it never happens, it seems");
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** What the file has; nothing while there is none. */
  static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    processes.forEach(Cluster::kill);
  }
}
