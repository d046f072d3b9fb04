package dev.onbehalf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the standard output stream of this process goes. */
final class StandardOutput {
  private static final int KIND = 0xF000;
  private static final int PIPE = 0x1000;
  private static final int SOCKET = 0xC000;

  private StandardOutput() {}

  /** Whether another program reads it, as far as the system tells. */
  static boolean isPipe() {
    try {
      int kind = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & KIND;
      return kind == PIPE || kind == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
