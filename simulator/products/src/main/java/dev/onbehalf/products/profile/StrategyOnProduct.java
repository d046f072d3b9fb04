package dev.onbehalf.products.profile;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Onward;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.registry.Registrar;

/** A strategy whose tokens a product issues, as resources then read them. */
record StrategyOnProduct(CredentialStrategy strategy, Reading reading)
    implements CredentialStrategy {
  @Override
  public About about() {
    return strategy.about().proving(reading.proof(strategy));
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
  public Refusable<Credentials> obtain(Call call) {
    return strategy.obtain(call);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return reading.read(strategy, presentation);
  }

  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    return strategy.forward(admitted, onward);
  }
}
