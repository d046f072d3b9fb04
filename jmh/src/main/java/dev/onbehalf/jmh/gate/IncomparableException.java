package dev.onbehalf.jmh.gate;

/** A baseline that nothing can be compared with. */
public final class IncomparableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Tells why. */
  public IncomparableException(String reason) {
    super(reason);
  }
}
