package dev.onbehalf.simulation.result;

/** The live run and the exact score disagree: a bug of the simulator. */
public final class DisagreementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DisagreementException(String message) {
    super(message);
  }
}
