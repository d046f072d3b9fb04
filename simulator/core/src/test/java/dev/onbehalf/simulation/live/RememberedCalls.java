package dev.onbehalf.simulation.live;

import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.GuardedStrategy;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Strategies whose credentials are kept for the same call, for tests that make the same few calls
 * in thousands of worlds: no world sees more of a call than its own.
 */
public final class RememberedCalls {
  private RememberedCalls() {}

  /** The strategy, with calls that are remembered. */
  public static CredentialStrategy of(CredentialStrategy strategy) {
    About about = strategy.about();
    return about.cacheKeys().contains(CacheKey.CALL)
        ? new GuardedStrategy(remembered(about), strategy, Optional.empty(), RememberedCalls::call)
        : strategy;
  }

  private static About remembered(About about) {
    return about.cachedBy(
        CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE, CacheKey.ACTION, CacheKey.CONTEXT);
  }

  private static <T> T call(String method, Supplier<T> call) {
    return call.get();
  }
}
