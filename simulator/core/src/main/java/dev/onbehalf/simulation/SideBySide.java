package dev.onbehalf.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at the same time, and gives their results in the order of the things. */
final class SideBySide {
  private final int threads;

  /**
   * Does so many things at once at most.
   *
   * @param threads 1 or more
   */
  SideBySide(int threads) {
    this.threads = threads;
  }

  /** The results, or what the first of the things throws that fails. */
  <T> List<T> results(List<? extends Callable<T>> things) {
    ExecutorService workers = Executors.newFixedThreadPool(threads, SideBySide::worker);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> done : workers.invokeAll(things)) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw thrown(e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static RuntimeException thrown(ExecutionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "strategy");
    thread.setDaemon(true);
    return thread;
  }
}
