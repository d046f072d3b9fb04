package dev.onbehalf.simulation.result;

import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Truth;
import java.util.Optional;

/**
 * Calls of which another thing is true in another version of a scenario, for the same reason.
 *
 * @param before what was true; empty where there was no such call
 * @param after what is true; empty where there is no such call any more
 * @param beforeBy the policy that made it true; empty where the default did
 * @param afterBy the policy that makes it true; empty where the default does
 * @param calls how many there are
 */
public record TruthChange(
    Optional<Truth> before,
    Optional<Truth> after,
    Optional<Policy> beforeBy,
    Optional<Policy> afterBy,
    long calls,
    Request example) {
  /** What the change means, what is most dangerous first. */
  public enum Kind {
    NEWLY_PERMITTED,
    NO_LONGER_PERMITTED,
    OTHER
  }

  public Kind kind() {
    if (after.equals(Optional.of(Truth.PERMITTED))) {
      return Kind.NEWLY_PERMITTED;
    }
    return before.equals(Optional.of(Truth.PERMITTED)) ? Kind.NO_LONGER_PERMITTED : Kind.OTHER;
  }
}
