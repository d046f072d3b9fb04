package dev.onbehalf.simulation.verdict;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.authz.Sight;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.score.ExactScore;
import java.util.List;

/**
 * Counts the entries of the access lists of all points: evidence, resource and action that are
 * permitted whatever the request behind them. What is only sometimes permitted can't be listed.
 */
public final class PolicyEntries {
  private PolicyEntries() {}

  /** The number of entries for requests that are all there are. */
  public static int count(List<Request> requests, Proof proof, ExactScore score) {
    return (int)
        requests.stream()
            .filter(request -> score.decision(request) == Decision.PERMIT)
            .flatMap(request -> Sight.all(proof, request).stream())
            .distinct()
            .count();
  }
}
