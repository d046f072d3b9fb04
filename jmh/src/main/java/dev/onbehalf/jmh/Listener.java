package dev.onbehalf.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.simulation.result.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Hears what JMH has to tell: passes on how far it is, and keeps the first complaint. */
final class Listener implements OutputFormat {
  private final Progress progress;
  private final Runnable alive;
  private final long total;
  private volatile String benchmark = "";
  private volatile Optional<String> complaint = Optional.empty();
  private long done;

  /**
   * A listener to a run.
   *
   * @param alive told of every sign of life
   * @param total how many iterations there will be
   */
  Listener(Progress progress, Runnable alive, long total) {
    this.progress = progress;
    this.alive = alive;
    this.total = total;
  }

  /** The benchmark that was begun last. */
  String benchmark() {
    return benchmark;
  }

  /** What a process said that sounds like the reason of its end. */
  Optional<String> complaint() {
    return complaint;
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    String name = params.getBenchmark();
    benchmark = name.substring(name.lastIndexOf('.') + 1) + " " + subjects(params);
    alive.run();
  }

  private static String subjects(BenchmarkParams params) {
    List<String> subjects = Runs.split(Runs.subject(params));
    return subjects.size() == 1 ? subjects.get(0) : "of " + subjects.size() + " strategies";
  }

  @Override
  public void iteration(BenchmarkParams params, IterationParams iteration, int number) {
    progress.report("measuring " + benchmark, done, total);
    done++;
    alive.run();
  }

  @Override
  public void iterationResult(
      BenchmarkParams params, IterationParams iteration, int number, IterationResult result) {
    alive.run();
  }

  @Override
  public void println(String text) {
    alive.run();
    if (complaint.isEmpty()) {
      complaint = text.lines().map(String::strip).filter(Listener::isComplaint).findFirst();
    }
  }

  private static boolean isComplaint(String line) {
    return line.contains("Exception") || line.contains("Error");
  }

  @Override
  public void print(String text) {
    println(text);
  }

  @Override
  public void write(byte[] text) {
    println(new String(text, UTF_8));
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> results) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public void verbosePrintln(String line) {}

  @Override
  public void write(int character) {}
}
