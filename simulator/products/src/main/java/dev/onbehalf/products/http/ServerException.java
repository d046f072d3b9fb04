package dev.onbehalf.products.http;

import dev.onbehalf.text.PrintableText;

/** A server that can't be asked, or whose answer can't be taken, in one line. */
public final class ServerException extends Exception {
  private static final long serialVersionUID = 1L;

  public ServerException(String problem) {
    super(PrintableText.escaped(problem));
  }

  /** The line for the user. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
