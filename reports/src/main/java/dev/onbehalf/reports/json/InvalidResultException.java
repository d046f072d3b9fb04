package dev.onbehalf.reports.json;

/** Bytes that aren't a result file of the format read here. */
public final class InvalidResultException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidResultException(String message) {
    super(message);
  }
}
