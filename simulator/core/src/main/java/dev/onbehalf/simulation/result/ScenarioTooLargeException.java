package dev.onbehalf.simulation.result;

/** A scenario with more distinguishable requests than can be scored in memory. */
public final class ScenarioTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ScenarioTooLargeException(String message) {
    super(message);
  }
}
