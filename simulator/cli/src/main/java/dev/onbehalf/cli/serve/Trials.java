package dev.onbehalf.cli.serve;

import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.serve.Trial.Depth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one scenario after the other, each for a limited time. */
public final class Trials implements AutoCloseable {
  private static final int MOST_WAITING = 2;

  private static final List<Depth> WARM_UP =
      List.of(Depth.VERDICT, Depth.REPORT, Depth.VERDICT, Depth.VERDICT, Depth.VERDICT);

  private final Engine engine;
  private final Duration patience;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Trials::daemon);

  /**
   * Runs by the engine.
   *
   * @param patience how long a run may take
   */
  public Trials(Engine engine, Duration patience) {
    this.engine = engine;
    this.patience = patience;
  }

  /** Runs an example a few times in the background: Java is slow at what it does first. */
  public void warmUp() {
    daemon(() -> WARM_UP.forEach(depth -> new Trial(engine, Examples.one(), depth).answer()))
        .start();
  }

  /** What comes of the scenario, as JSON; empty when too many others wait. */
  Optional<String> run(byte[] yaml, Depth depth) {
    try {
      return Optional.of(await(worker.submit(() -> new Trial(engine, yaml, depth).answer())));
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
  }

  private String await(Future<String> answer) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The run ends where it next tells of its progress.
      answer.cancel(true);
      return Answers.problem(
          "takes more than %d s; run it by `java -jar sim.jar`".formatted(patience.toSeconds()));
    } catch (ExecutionException e) {
      return Answers.problem("the run failed: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answers.problem("the playground was closed");
    }
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "playground");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
