package dev.onbehalf.simulation;

import dev.onbehalf.authz.Evidence;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.InvalidTokenException;

/** Whoever verifies what is presented and derives the evidence. */
@FunctionalInterface
interface Examiner {
  /**
   * Derives the evidence of a call to the target.
   *
   * @throws InvalidTokenException when a token is refused, and the call with it
   */
  Evidence examine(Presentation presentation, Target target) throws InvalidTokenException;
}
