package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.registry.Registrar;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A strategy every call of which is made by a guard.
 *
 * @param about what the strategy said when it was asked once
 * @param plugIn the file that it was loaded from, as the user named it, if it is by others
 */
public record GuardedStrategy(
    About about, CredentialStrategy strategy, Optional<String> plugIn, Guard guard)
    implements CredentialStrategy {
  /** Makes calls of strategies, and answers for those that fail. */
  @FunctionalInterface
  public interface Guard {
    /** Makes the call of the method, which has a value. */
    <T> T call(String method, Supplier<T> call);
  }

  /** The file that the strategy was loaded from; empty for one of the program. */
  public static Optional<String> plugIn(CredentialStrategy strategy) {
    return strategy instanceof GuardedStrategy guarded ? guarded.plugIn() : Optional.empty();
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    guard.call(
        "enrol",
        () -> {
          strategy.enrol(population, registrar);
          return about;
        });
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return guard.call("obtainDirectly", () -> strategy.obtainDirectly(call));
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return guard.call("obtain", () -> strategy.obtain(call));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return guard.call("read", () -> strategy.read(presentation));
  }

  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    return guard.call("forward", () -> strategy.forward(admitted, onward));
  }
}
