package dev.onbehalf.simulation;

import dev.onbehalf.token.TokenRequestException;

/** A strategy that broke its contract: refused credentials, undeclared evidence, an exception. */
public final class StrategyFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public StrategyFailedException(String strategy, String message) {
    super("strategy `" + strategy + "` failed: " + message);
    reason = message;
  }

  public StrategyFailedException(String strategy, Throwable cause) {
    this(strategy, cause.toString(), cause);
  }

  public StrategyFailedException(String strategy, String reason, Throwable cause) {
    super("strategy `" + strategy + "` failed: " + reason, cause);
    this.reason = reason;
  }

  /** The failure of a plug-in that made the simulator itself stumble. */
  static StrategyFailedException inItsRun(String strategy, RuntimeException cause) {
    String reason =
        cause instanceof DisagreementException
            ? "it doesn't always do the same: " + cause.getMessage()
            : "the simulator can't work with what it returns: " + cause;
    return new StrategyFailedException(strategy, reason, cause);
  }

  /** Whether a strategy let an answer through by which the token service refuses a token. */
  static boolean isRefusal(RuntimeException failure) {
    // What it made of the refusal itself, or threw after it, is its own.
    return (failure instanceof StrategyFailedException ? failure.getCause() : failure)
        instanceof TokenRequestException;
  }

  /** What happened, without the name of the strategy. */
  public String reason() {
    return reason;
  }
}
