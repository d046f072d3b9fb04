package dev.onbehalf.authz;

import dev.onbehalf.scenario.Policy;
import java.util.List;

/**
 * A decision with the policies behind it.
 *
 * @param permitting the MAY policies that permit a request which shows the evidence
 * @param denying the MAY NOT policies that deny one; with none, a denial is the default
 */
public record Answer(Decision decision, List<Policy> permitting, List<Policy> denying) {
  public Answer {
    permitting = List.copyOf(permitting);
    denying = List.copyOf(denying);
  }
}
