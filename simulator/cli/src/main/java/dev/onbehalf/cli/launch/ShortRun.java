package dev.onbehalf.cli.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Tells the runs that are over before Java's second compiler pays off. */
public final class ShortRun {
  private static final List<String> COMMANDS = List.of("explain", "why", "compare");

  /** Of scenarios that are no larger together, whatever they say. */
  private static final long MOST_BYTES = 16_384;

  /** What makes a small file speak of many: a range of names. */
  private static final String RANGE = "..";

  private ShortRun() {}

  /** Whether nothing is measured, no plug-in loaded, and the scenarios are small. */
  public static boolean is(String... args) {
    return isOfOurs(List.of(args)) && isSmall(args);
  }

  private static boolean isOfOurs(List<String> args) {
    for (String arg : args) {
      if (arg.startsWith("--plugins")) {
        return false;
      }
    }
    return !args.isEmpty() && (args.contains("--no-bench") || COMMANDS.contains(args.get(0)));
  }

  private static boolean isSmall(String... args) {
    long bytes = 0;
    for (String arg : args) {
      bytes += bytes(arg);
    }
    return bytes > 0 && bytes <= MOST_BYTES;
  }

  /** The size of the file of this name, if there is one. */
  private static long bytes(String name) {
    try {
      Path file = Path.of(name);
      if (!Files.isRegularFile(file)) {
        return 0;
      }
      long size = Files.size(file);
      return size <= MOST_BYTES && isOfFew(file) ? size : MOST_BYTES + 1;
    } catch (IOException | InvalidPathException e) {
      return 0;
    }
  }

  private static boolean isOfFew(Path file) throws IOException {
    return !new String(Files.readAllBytes(file), ISO_8859_1).contains(RANGE);
  }
}
