package dev.onbehalf.cli.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A thread that makes the calls of a plug-in, one after the other. A call that takes too long is
 * given up with the thread, which can't be stopped but doesn't keep the program from ending.
 */
final class PlugInThread {
  private final Duration limit;
  private final ThreadPoolExecutor executor;
  private volatile Optional<Thread> worker = Optional.empty();
  private volatile CompletableFuture<?> pending = CompletableFuture.completedFuture("");
  private volatile Optional<String> stuck = Optional.empty();

  PlugInThread(String plugIn, ClassLoader loader, Duration limit) {
    this.limit = limit;
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> thread(task, plugIn, loader));
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable task, String plugIn, ClassLoader loader) {
    Thread thread = new Thread(task, "plug-in " + plugIn);
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    return thread;
  }

  /**
   * Makes the call.
   *
   * @throws PlugInException when it throws anything, or doesn't end in time
   */
  synchronized <T> T call(String method, Supplier<T> call) {
    if (stuck.isPresent()) {
      throw new PlugInException(stuck.get());
    }
    CompletableFuture<T> outcome = new CompletableFuture<>();
    pending = outcome;
    PlugInExit.watch(this);
    executor.execute(() -> work(call, outcome));
    try {
      return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (TimeoutException e) {
      throw abandoned("`%s` took longer than %d s".formatted(method, limit.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw abandoned("`" + method + "` was interrupted");
    } finally {
      if (stuck.isEmpty()) {
        PlugInExit.forget(this);
      }
    }
  }

  /** Whether the plug-in is about to end the whole program. */
  boolean isExiting() {
    return worker.stream()
        .flatMap(thread -> Stream.of(thread.getStackTrace()))
        .anyMatch(
            frame ->
                frame.getClassName().equals(Runtime.class.getName())
                    && frame.getMethodName().equals("exit"));
  }

  /** Has the call that is being made fail, though it never comes back. */
  void fail(String reason) {
    stuck = Optional.of(reason);
    pending.completeExceptionally(new PlugInException(reason));
  }

  private <T> void work(Supplier<T> call, CompletableFuture<T> outcome) {
    worker = Optional.of(Thread.currentThread());
    try {
      outcome.complete(call.get());
    } catch (OutOfMemoryError e) {
      outcome.completeExceptionally(e);
    } catch (Throwable e) {
      outcome.completeExceptionally(new PlugInException(e));
    }
  }

  private PlugInException abandoned(String reason) {
    stuck = Optional.of(reason);
    worker.ifPresent(Thread::interrupt);
    return new PlugInException(reason);
  }

  private static PlugInException failure(ExecutionException e) {
    if (e.getCause() instanceof OutOfMemoryError error) {
      throw error;
    }
    return e.getCause() instanceof PlugInException failure ? failure : new PlugInException(e);
  }
}
