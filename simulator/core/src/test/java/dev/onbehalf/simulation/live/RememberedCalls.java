package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
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

/**
 * A strategy whose credentials are kept for the same call, for tests that make the same few calls
 * in thousands of worlds: no world sees more of a call than its own.
 */
public record RememberedCalls(CredentialStrategy strategy) implements CredentialStrategy {
  @Override
  public List<CacheKey> cachedBy() {
    return strategy.cachedBy().contains(CacheKey.CALL)
        ? List.of(
            CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE, CacheKey.ACTION, CacheKey.CONTEXT)
        : strategy.cachedBy();
  }

  @Override
  public String name() {
    return strategy.name();
  }

  @Override
  public String summary() {
    return strategy.summary();
  }

  @Override
  public String specification() {
    return strategy.specification();
  }

  @Override
  public Proof proves() {
    return strategy.proves();
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    strategy.enrol(population, registrar);
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return strategy.obtainDirectly(call);
  }

  @Override
  public Credentials obtain(Call call) {
    return strategy.obtain(call);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return strategy.read(presentation);
  }

  @Override
  public Presentation forward(VerifiedPresentation admitted, Onward onward) {
    return strategy.forward(admitted, onward);
  }
}
