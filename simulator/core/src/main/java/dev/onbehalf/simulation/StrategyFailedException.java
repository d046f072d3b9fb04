package dev.onbehalf.simulation;

/** A strategy that broke its contract: refused credentials, undeclared evidence, an exception. */
public final class StrategyFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StrategyFailedException(String strategy, String message) {
    super("strategy `" + strategy + "` failed: " + message);
  }

  public StrategyFailedException(String strategy, RuntimeException cause) {
    super("strategy `" + strategy + "` failed: " + cause, cause);
  }
}
