package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.token.Refusable;
import java.util.function.Function;

/**
 * A strategy whose callers and points are run by instances of their own, as by programs that know
 * nothing of each other but what is presented.
 *
 * @param strategy obtains what is presented
 * @param points reads it at each point, and forwards it from there
 */
public record ApartStrategy(CredentialStrategy strategy, Function<Point, CredentialStrategy> points)
    implements ForwardingStrategy {
  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return points.apply(presentation.point()).read(presentation);
  }

  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    return points.apply(admitted.point()).forward(admitted, onward);
  }
}
