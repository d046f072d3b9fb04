package dev.onbehalf.jmh;

/** A measurement that came to no result. */
public final class MeasurementException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Tells why. */
  public MeasurementException(String reason) {
    super(reason);
  }
}
