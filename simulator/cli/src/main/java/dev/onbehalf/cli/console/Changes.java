package dev.onbehalf.cli.console;

import java.io.IOException;
import java.nio.file.Path;

/** The changes of a file. */
public interface Changes extends AutoCloseable {
  /** Waits for the next change; false if there can be none any more. */
  boolean await() throws InterruptedException;

  @Override
  void close() throws IOException;

  /** Begins to look at files. */
  @FunctionalInterface
  interface Watcher {
    /** Everything that happens to the file from now on. */
    Changes watch(Path file) throws IOException;
  }
}
