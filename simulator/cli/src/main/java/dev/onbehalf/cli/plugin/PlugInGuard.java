package dev.onbehalf.cli.plugin;

import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.GuardedStrategy;
import java.util.function.Supplier;

/** Makes every call of a strategy from a jar on the plug-in's own thread. */
record PlugInGuard(String strategy, PlugInThread thread) implements GuardedStrategy.Guard {
  @Override
  public <T> T call(String method, Supplier<T> call) {
    try {
      return thread.call(method, call);
    } catch (PlugInException e) {
      throw new StrategyFailedException(strategy, e.reason(), e);
    }
  }
}
