package dev.onbehalf.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the standard streams of this process go. */
public final class Terminal {
  private static final int KIND = 0xF000;
  private static final int PIPE = 0x1000;
  private static final int SOCKET = 0xC000;

  private Terminal() {}

  /** Whether another program reads the output, as far as the system tells. */
  public static boolean isPipe() {
    try {
      int kind = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & KIND;
      return kind == PIPE || kind == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Whether the errors are shown on one. Java knows of its standard input and output alone, so a
   * child that inherits the stream looks.
   */
  public static boolean showsErrors() {
    try {
      return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
