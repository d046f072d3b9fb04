package dev.onbehalf.cli.console;

import java.io.IOException;

/** Whether the standard error stream of this process goes to a terminal. */
public final class StandardError {
  private StandardError() {}

  /**
   * Java knows of its standard input and output alone, so a child that inherits the stream looks.
   */
  public static boolean isTerminal() {
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
