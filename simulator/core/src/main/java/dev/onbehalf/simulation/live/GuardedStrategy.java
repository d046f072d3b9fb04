package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Onward;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** A strategy whose exceptions bear its name, so that they aren't taken for the simulator's own. */
public final class GuardedStrategy implements CredentialStrategy {
  private final CredentialStrategy strategy;
  private final String name;

  public GuardedStrategy(CredentialStrategy strategy) {
    this.strategy = strategy;
    this.name = strategy.name();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return guard(strategy::summary);
  }

  @Override
  public String specification() {
    return guard(strategy::specification);
  }

  @Override
  public Proof proves() {
    return guard(strategy::proves);
  }

  @Override
  public List<CacheKey> cachedBy() {
    return guard(strategy::cachedBy);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    guard(
        () -> {
          strategy.enrol(population, registrar);
          return name;
        });
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return guard(() -> strategy.obtainDirectly(call));
  }

  @Override
  public Credentials obtain(Call call) {
    return guard(() -> strategy.obtain(call));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return guard(() -> strategy.read(presentation));
  }

  @Override
  public Presentation forward(VerifiedPresentation admitted, Onward onward) {
    return guard(() -> strategy.forward(admitted, onward));
  }

  private <T> T guard(Supplier<T> call) {
    try {
      return Objects.requireNonNull(call.get(), "expected a value, but found null");
    } catch (StrategyFailedException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw new StrategyFailedException(name, e);
    }
  }
}
