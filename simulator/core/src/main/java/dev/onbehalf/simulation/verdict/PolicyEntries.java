package dev.onbehalf.simulation.verdict;

import dev.onbehalf.authz.Decision;
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
            .flatMap(request -> proof.passed(request.via()).stream().map(s -> entry(s, request)))
            .distinct()
            .count();
  }

  private static List<Object> entry(Proof.Showing showing, Request request) {
    return List.of(
        showing.point(),
        showing.shownBy(request.user(), request.via(), request.context()),
        request.resource(),
        request.action());
  }
}
