package dev.onbehalf.cli.plugin;

import dev.onbehalf.cli.console.ExitCode;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Keeps a plug-in from deciding how the program ends: one that calls {@code System.exit}, on
 * whatever thread, has failed, and the end of the process waits until the program is through.
 */
public final class PlugInExit {
  /** How long the hooks of others may take once the program is through. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The threads on which Java answers to signals, and what a process ended by each exits with. */
  private static final Map<String, Integer> SIGNALS =
      Map.of("SIGHUP handler", 129, "SIGINT handler", 130, "SIGTERM handler", 143);

  private static final Set<PlugInThread> KNOWN =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  private static final CompletableFuture<Integer> EXIT_CODE = new CompletableFuture<>();

  private static boolean guards;
  private static boolean hooked;

  private PlugInExit() {}

  /** This program alone runs in the process, and says how it ends by {@link #exit}. */
  public static synchronized void guard() {
    guards = true;
  }

  /** Looks after a thread that makes calls. */
  static synchronized void watch(PlugInThread thread) {
    KNOWN.add(thread);
    if (guards && !hooked) {
      Runtime.getRuntime().addShutdownHook(new Thread(PlugInExit::atExit, "plug-in exit"));
      hooked = true;
    }
  }

  /** Ends the process with the program's own exit code. */
  public static void exit(int code) {
    EXIT_CODE.complete(code);
    System.exit(code);
  }

  /** Runs while the process ends; whoever asked for it, but no plug-in, gets it. */
  private static void atExit() {
    try {
      answer(exiting());
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(EXIT_CODE.getNow(ExitCode.OUT_OF_MEMORY.code()));
    }
  }

  private static void answer(List<Thread> exiting) {
    if (exiting.isEmpty()) {
      boundTheEnd();
      return;
    }
    List.copyOf(KNOWN).forEach(thread -> thread.failIfItExits(exiting));
    end(EXIT_CODE.join(), "a plug-in called `System.exit`");
  }

  /** The threads that ask for the end, except the program's own. */
  private static List<Thread> exiting() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> isExiting(thread.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isExiting(StackTraceElement[] stack) {
    return isIn(stack, Runtime.class, "exit") && !isIn(stack, PlugInExit.class, "exit");
  }

  private static boolean isIn(StackTraceElement[] stack, Class<?> type, String method) {
    return Stream.of(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals(type.getName())
                    && frame.getMethodName().equals(method));
  }

  /** A hook of a plug-in may never return, and Java would wait for it. */
  private static void boundTheEnd() {
    Thread thread = new Thread(PlugInExit::endAtLast, "end at last");
    thread.setDaemon(true);
    thread.start();
  }

  private static void endAtLast() {
    try {
      Thread.sleep(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      // A plug-in's doing; the end comes the sooner.
    }
    if (EXIT_CODE.isDone()) {
      end(EXIT_CODE.join(), "a plug-in kept the program from ending");
    }
    Runtime.getRuntime().halt(signalled());
  }

  private static int signalled() {
    return Thread.getAllStackTraces().keySet().stream()
        .flatMap(thread -> Stream.ofNullable(SIGNALS.get(thread.getName())))
        .findFirst()
        .orElse(ExitCode.INTERNAL_ERROR.code());
  }

  /** Ends the process as a failure of a plug-in, unless it has failed by worse or is known to. */
  private static void end(int code, String reason) {
    int worst = ExitCode.of(code).or(ExitCode.STRATEGY_FAILED).code();
    if (worst != code) {
      System.err.println(reason);
    }
    Runtime.getRuntime().halt(worst);
  }
}
