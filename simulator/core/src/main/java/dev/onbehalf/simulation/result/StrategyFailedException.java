package dev.onbehalf.simulation.result;

import dev.onbehalf.text.PrintableText;
import org.jspecify.annotations.Nullable;

/** A strategy that broke its contract: refused credentials, undeclared evidence, an exception. */
public final class StrategyFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 1_000;

  private final String reason;

  public StrategyFailedException(String strategy, String message) {
    this(strategy, message, null);
  }

  public StrategyFailedException(String strategy, Throwable cause) {
    this(strategy, cause.toString(), cause);
  }

  public StrategyFailedException(String strategy, String reason, @Nullable Throwable cause) {
    super("strategy `" + strategy + "` failed: " + fit(reason), cause);
    this.reason = fit(reason);
  }

  /** Words of others go into every report, so they are short and have nothing hidden in them. */
  private static String fit(String words) {
    return PrintableText.escaped(PrintableText.cut(words, LONGEST));
  }

  /** The failure of a plug-in that made the simulator itself stumble. */
  public static StrategyFailedException inItsRun(String strategy, RuntimeException cause) {
    String reason =
        cause instanceof DisagreementException
            ? "it doesn't always do the same: " + cause.getMessage()
            : "the simulator can't work with what it returns: " + cause;
    return new StrategyFailedException(strategy, reason, cause);
  }

  /** What happened, without the name of the strategy. */
  public String reason() {
    return reason;
  }
}
