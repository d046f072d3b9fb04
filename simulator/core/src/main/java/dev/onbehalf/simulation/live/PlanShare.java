package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.function.Supplier;

/**
 * A strategy of a plan.
 *
 * @param resources the names of those that it serves
 * @param score what it enforces if it serves all
 */
public record PlanShare(
    CredentialStrategy strategy, List<String> resources, Supplier<ExactScore> score) {
  public PlanShare {
    resources = List.copyOf(resources);
  }

  /** Whether calls of the resource are decided on before a token for it is issued. */
  boolean decidesAtIssuanceFor(String resource) {
    return resources.contains(resource)
        && strategy.about().proof().showings().stream()
            .anyMatch(showing -> showing.point() == Point.ISSUANCE);
  }
}
