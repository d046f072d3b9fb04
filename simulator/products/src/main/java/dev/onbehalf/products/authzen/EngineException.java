package dev.onbehalf.products.authzen;

import dev.onbehalf.text.PrintableText;

/** An engine that can't be asked, or whose answer can't be taken, in one line. */
public final class EngineException extends Exception {
  private static final long serialVersionUID = 1L;

  public EngineException(String problem) {
    super(PrintableText.escaped(problem));
  }

  /** The line for the user. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
