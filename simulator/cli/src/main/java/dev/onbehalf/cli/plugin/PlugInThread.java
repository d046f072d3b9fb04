package dev.onbehalf.cli.plugin;

import dev.onbehalf.token.LoginRequiredException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A thread that makes the calls of a plug-in, one after the other. A call that takes too long is
 * given up with the thread, which can't be stopped but doesn't keep the program from ending.
 */
final class PlugInThread {
  /** That of the threads on which the plug-in runs, and of those that it starts. */
  private final ClassLoader loader;

  private final Duration limit;
  private final ThreadPoolExecutor executor;
  private volatile Optional<Thread> worker = Optional.empty();
  private volatile CompletableFuture<?> pending = CompletableFuture.completedFuture("");
  private volatile Optional<String> stuck = Optional.empty();

  PlugInThread(String plugIn, ClassLoader loader, Duration limit) {
    this.loader = loader;
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
    PlugInExit.watch(this);
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
   * @throws LoginRequiredException when it asks a user who isn't there
   */
  synchronized <T> T call(String method, Supplier<T> call) {
    if (stuck.isPresent()) {
      throw new PlugInException(stuck.get());
    }
    CompletableFuture<T> outcome = new CompletableFuture<>();
    pending = outcome;
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
    }
  }

  /** Has the call that is being made fail, and any later one, if the plug-in ends the program. */
  void failIfItExits(List<Thread> exiting) {
    if (exiting.stream().anyMatch(thread -> thread.getContextClassLoader() == loader)) {
      String reason = "it called `System.exit`";
      stuck = Optional.of(reason);
      pending.completeExceptionally(new PlugInException(reason));
    }
  }

  private <T> void work(Supplier<T> call, CompletableFuture<T> outcome) {
    worker = Optional.of(Thread.currentThread());
    try {
      outcome.complete(call.get());
    } catch (LoginRequiredException nobody) {
      // Thrown by us: the plug-in asked a user who isn't there, which is no failure of its own.
      outcome.completeExceptionally(nobody);
    } catch (Throwable e) {
      outcome.completeExceptionally(PlugInException.of(e));
    }
  }

  private PlugInException abandoned(String reason) {
    stuck = Optional.of(reason);
    worker.ifPresent(Thread::interrupt);
    return new PlugInException(reason);
  }

  private static RuntimeException failure(ExecutionException e) {
    // What a plug-in throws was put into our own exceptions on its thread.
    return e.getCause() instanceof RuntimeException ours ? ours : PlugInException.of(e);
  }
}
