package dev.onbehalf.products.source;

import dev.onbehalf.text.PrintableText;

/** A file that can't be imported, in one line that names the place. */
public final class BadSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadSourceException(Place place, String problem) {
    super(PrintableText.escaped(place + ": " + problem));
  }

  /** The line for the user. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
