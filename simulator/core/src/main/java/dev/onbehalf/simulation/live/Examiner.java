package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.jose.InvalidTokenException;

/** Whoever verifies what is presented and derives the evidence. */
@FunctionalInterface
public interface Examiner {
  /**
   * Derives the evidence that a call to the target shows at the point.
   *
   * @throws InvalidTokenException when a token is refused, and the call with it
   */
  Examined examine(Point point, Presentation presentation, Target target)
      throws InvalidTokenException;
}
