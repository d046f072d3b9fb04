package dev.onbehalf.cli.plugin;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Onward;
import dev.onbehalf.strategy.PlugInStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;
import java.util.function.Supplier;

/**
 * A strategy from a jar, every call of which is made on the plug-in's own thread.
 *
 * @param plugIn the jar, as the user named it
 */
public record LoadedStrategy(
    String name, String plugIn, CredentialStrategy strategy, PlugInThread thread)
    implements PlugInStrategy {
  @Override
  public String summary() {
    return call("summary", strategy::summary);
  }

  @Override
  public String specification() {
    return call("specification", strategy::specification);
  }

  @Override
  public Proof proves() {
    return call("proves", strategy::proves);
  }

  @Override
  public List<CacheKey> cachedBy() {
    return call("cachedBy", () -> List.copyOf(strategy.cachedBy()));
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    call(
        "enrol",
        () -> {
          strategy.enrol(population, registrar);
          return name;
        });
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return call("obtainDirectly", () -> strategy.obtainDirectly(call));
  }

  @Override
  public Credentials obtain(Call call) {
    return call("obtain", () -> strategy.obtain(call));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return call("read", () -> strategy.read(presentation));
  }

  @Override
  public Presentation forward(VerifiedPresentation admitted, Onward onward) {
    return call("forward", () -> strategy.forward(admitted, onward));
  }

  private <T> T call(String what, Supplier<T> call) {
    try {
      return thread.call(what, call);
    } catch (PlugInException e) {
      throw new StrategyFailedException(name, e.reason(), e);
    }
  }
}
