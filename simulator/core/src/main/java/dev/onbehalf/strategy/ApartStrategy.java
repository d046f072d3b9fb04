package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.registry.Registrar;
import java.util.function.Function;

/**
 * A strategy whose callers and points are run by instances of their own, as by programs that know
 * nothing of each other but what is presented.
 *
 * @param caller obtains what is presented
 * @param points reads it at each point, and forwards it from there
 */
public record ApartStrategy(CredentialStrategy caller, Function<Point, CredentialStrategy> points)
    implements CredentialStrategy {
  @Override
  public About about() {
    return caller.about();
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    caller.enrol(population, registrar);
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return caller.obtainDirectly(call);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return caller.obtain(call);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return points.apply(presentation.point()).read(presentation);
  }

  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    return points.apply(admitted.point()).forward(admitted, onward);
  }
}
