package dev.onbehalf.simulation;

import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.verdict.Contender;
import java.util.function.Function;

/**
 * What computing alone says of a strategy.
 *
 * @param play what else comes out when it is played with real tokens, under the workload
 */
record Foretold(Contender contender, Function<Progress, Contender> play) {
  /** The same, played. */
  Foretold played(Progress progress) {
    Contender played = play.apply(progress);
    return new Foretold(played, any -> played);
  }
}
