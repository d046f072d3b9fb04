package dev.onbehalf.cli.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A second process of this program, which starts sooner by options that Java takes from nowhere but
 * its command line: the quick compiler alone, the simplest collector, and the archive if there is
 * one. It has the streams of the first, ends with it, and its exit code is the first one's own.
 */
public final class QuickStart {
  /** Set in the second process: the first. */
  private static final String PARENT = "onbehalf.parent";

  /** Set by users who want one process. */
  private static final String OFF = "ONBEHALF_NO_RELAUNCH";

  private static final List<String> OPTIONS_OF_JAVA =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** With less than that to itself, two processes are one too many. */
  private static final long LEAST_MEMORY = 256L << 20;

  private QuickStart() {}

  /** Whether this process is a second one; it ends when the first is no more. */
  public static boolean isSecond() {
    Long parent = Long.getLong(PARENT);
    if (parent != null) {
      Thread watch = new Thread(() -> endWith(parent), "parent");
      watch.setDaemon(true);
      watch.start();
    }
    return parent != null;
  }

  private static void endWith(long parent) {
    try {
      do {
        Thread.sleep(250);
      } while (ProcessHandle.current().parent().filter(one -> one.pid() == parent).isPresent());
    } catch (InterruptedException e) {
      // Whoever wants this thread to end can't want the process to stay for ever.
    }
    Runtime.getRuntime().halt(143);
  }

  /**
   * The exit code of a second process, where one can be started and nobody said how Java should run
   * this program.
   */
  public static OptionalInt run(String... args) {
    if (isUnwanted() || Runtime.getRuntime().maxMemory() < LEAST_MEMORY) {
      return OptionalInt.empty();
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return jar().map(jar -> run(java, jar, args)).orElse(OptionalInt.empty());
  }

  private static boolean isUnwanted() {
    for (String options : OPTIONS_OF_JAVA) {
      if (System.getenv(options) != null) {
        return true;
      }
    }
    return System.getenv(OFF) != null || !isHotSpot(System.getProperty("java.vm.name", ""));
  }

  /** Other virtual machines have other options. */
  private static boolean isHotSpot(String machine) {
    return machine.contains("OpenJDK") || machine.contains("HotSpot");
  }

  /** The jar of this process, if it was started by {@code java -jar} and no option. */
  private static Optional<Path> jar() {
    String[] arguments = ProcessHandle.current().info().arguments().orElse(new String[0]);
    return arguments.length > 1 && arguments[0].equals("-jar")
        ? Optional.of(Path.of(arguments[1]))
        : Optional.empty();
  }

  /** The exit code of a second process, if it can be started. */
  static OptionalInt run(Path java, Path jar, String... args) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(options(Archive.of(java, jar)));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(args));
    try {
      return OptionalInt.of(new SecondProcess().exitCode(new ProcessBuilder(command)));
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static List<String> options(Optional<Path> archive) {
    List<String> options = new ArrayList<>();
    options.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
    options.add("-XX:+UseSerialGC");
    options.add("-XX:TieredStopAtLevel=1");
    if (archive.isPresent()) {
      options.add("-XX:SharedArchiveFile=" + archive.get());
      options.add("-Xlog:disable");
    }
    return options;
  }
}
