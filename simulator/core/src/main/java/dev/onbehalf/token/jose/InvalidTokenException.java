package dev.onbehalf.token.jose;

/** A token that was refused, with the one rule it broke. */
public final class InvalidTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Refuses with a message that says what was expected and what was found. */
  public InvalidTokenException(String message) {
    super(message);
  }
}
