package dev.onbehalf.simulation;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.authz.Proof;
import dev.onbehalf.scenario.Request;
import java.util.List;

/**
 * Counts the entries of the resources' access lists: evidence, resource and action that are
 * permitted whatever the request behind them. What is only sometimes permitted can't be listed.
 */
final class PolicyEntries {
  private PolicyEntries() {}

  /** The number of entries for requests that are all there are. */
  static int count(List<Request> requests, Proof proof, ExactScore score) {
    return (int)
        requests.stream()
            .filter(request -> score.decision(request) == Decision.PERMIT)
            .map(r -> List.of(proof.atResource().shownBy(r), r.resource(), r.action()))
            .distinct()
            .count();
  }
}
