package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;

/** Whoever verifies what is presented and derives the evidence. */
@FunctionalInterface
public interface Examiner {
  /** What a point found good, and what it takes from it. */
  record Examined(VerifiedPresentation presentation, Evidence evidence) {}

  /** What a call to the target shows at the point, unless it is refused with one of its tokens. */
  Refusable<Examined> examine(Point point, Presentation presentation, Target target);
}
