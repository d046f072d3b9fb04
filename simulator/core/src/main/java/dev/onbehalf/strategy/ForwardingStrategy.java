package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.registry.Registrar;

/** A strategy that does what another does, but where it says otherwise. */
public interface ForwardingStrategy extends CredentialStrategy {
  /** What it does as. */
  CredentialStrategy strategy();

  @Override
  default About about() {
    return strategy().about();
  }

  @Override
  default void enrol(Population population, Registrar registrar) {
    strategy().enrol(population, registrar);
  }

  @Override
  default Credentials obtainDirectly(Call call) {
    return strategy().obtainDirectly(call);
  }

  @Override
  default Refusable<Credentials> obtain(Call call) {
    return strategy().obtain(call);
  }

  @Override
  default Evidence read(VerifiedPresentation presentation) {
    return strategy().read(presentation);
  }

  @Override
  default Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    return strategy().forward(admitted, onward);
  }
}
