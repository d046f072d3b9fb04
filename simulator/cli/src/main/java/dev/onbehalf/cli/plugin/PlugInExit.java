package dev.onbehalf.cli.plugin;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a plug-in that calls {@code System.exit} from ending the program: the end of the process
 * waits until the program is through, and the call counts as the plug-in's failure.
 */
public final class PlugInExit {
  private static final Set<PlugInThread> WATCHED = ConcurrentHashMap.newKeySet();
  private static final CompletableFuture<Integer> EXIT_CODE = new CompletableFuture<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(PlugInExit::atExit, "plug-in exit"));
  }

  private PlugInExit() {}

  /** Looks after a thread that makes a call. */
  static void watch(PlugInThread thread) {
    WATCHED.add(thread);
  }

  /** The call of the thread is over. */
  static void forget(PlugInThread thread) {
    WATCHED.remove(thread);
  }

  /** Ends the process with the program's own exit code. */
  public static void exit(int code) {
    EXIT_CODE.complete(code);
    System.exit(code);
  }

  /** Runs while the process ends; whoever else asked for the end, a user's signal say, gets it. */
  private static void atExit() {
    List<PlugInThread> exiting = WATCHED.stream().filter(PlugInThread::isExiting).toList();
    exiting.forEach(thread -> thread.fail("it called `System.exit`"));
    if (!exiting.isEmpty()) {
      Runtime.getRuntime().halt(EXIT_CODE.join());
    }
  }
}
