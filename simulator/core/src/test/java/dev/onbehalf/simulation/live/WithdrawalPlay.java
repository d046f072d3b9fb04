package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.result.AttackFacts.Withdrawal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes each agent from each user for whom it may do something, by a sentence more in the policies,
 * and has the same calls decided anew.
 */
final class WithdrawalPlay {
  private final Scenario scenario;
  private final Proof proof;
  private final Ways ways;
  private final DecisionPoints before;
  private final List<Request> requests;
  private final List<Request> permitted;

  WithdrawalPlay(Scenario scenario, Proof proof, Ways ways, DecisionPoints before) {
    this.scenario = scenario;
    this.proof = proof;
    this.ways = ways;
    this.before = before;
    requests = scenario.requests().toList();
    permitted = requests.stream().filter(one -> scenario.truth(one) == Truth.PERMITTED).toList();
  }

  Withdrawal result() {
    List<Pair> pairs =
        scenario.users().stream()
            .flatMap(user -> scenario.agents().stream().map(agent -> new Pair(user, agent)))
            .filter(pair -> permitted.stream().anyMatch(pair::isTaken))
            .toList();
    List<Outcome> outcomes = pairs.stream().map(this::outcome).toList();
    return new Withdrawal(
        outcomes.size(),
        outcomes.stream().filter(Outcome::holdsIfHonest).count(),
        outcomes.stream().filter(Outcome::holds).count(),
        outcomes.stream().mapToLong(Outcome::hit).max().orElse(0),
        outcomes.stream().mapToLong(Outcome::hit).sum());
  }

  private Outcome outcome(Pair pair) {
    DecisionPoints after = new DecisionPoints(without(pair), proof);
    List<Request> taken = requests.stream().filter(pair::isTaken).toList();
    boolean honest =
        taken.stream()
            .noneMatch(one -> ways.honest(one).stream().anyMatch(way -> passes(after, one, way)));
    boolean cheating =
        taken.stream()
            .noneMatch(one -> ways.cheating(one).stream().anyMatch(way -> passes(after, one, way)));
    return new Outcome(
        honest,
        honest && cheating,
        permitted.stream()
            .filter(one -> !pair.isTaken(one))
            .filter(one -> isHit(one, after))
            .count());
  }

  private static boolean passes(DecisionPoints points, Request request, List<Visit> way) {
    return decision(points, request, way) != Decision.DENY;
  }

  private static Decision decision(DecisionPoints points, Request request, List<Visit> way) {
    return DecisionPoints.together(points.answers(way, request.target()));
  }

  /** Whether points could tell the request from everything denied, and can't any longer. */
  private boolean isHit(Request request, DecisionPoints after) {
    return ways.honest(request).stream()
        .anyMatch(
            way ->
                decision(before, request, way) == Decision.PERMIT
                    && decision(after, request, way) != Decision.PERMIT);
  }

  /** The policies with {@code user MAY NOT use anything via agent}. */
  private Scenario without(Pair pair) {
    Clause everything =
        new Clause(
            Effect.MAY_NOT,
            Set.of(pair.user()),
            Set.of(),
            scenario.resources().stream().map(Resource::name).collect(Collectors.toSet()),
            new PathPattern.Via(List.of(Set.of(pair.agent()))),
            Map.of());
    Policy withdrawal =
        new Policy("withdrawal", 1, "", Optional.empty(), Effect.MAY_NOT, List.of(everything));
    return scenario.with(
        scenario.chains(),
        scenario.defaultEffect(),
        Stream.concat(scenario.policies().stream(), Stream.of(withdrawal)).toList());
  }

  private record Pair(String user, String agent) {
    boolean isTaken(Request request) {
      return request.user().equals(user) && request.via().contains(agent);
    }
  }

  /**
   * What becomes of one withdrawal.
   *
   * @param hit so many permitted requests of others or in person can't be told from denied ones
   */
  private record Outcome(boolean holdsIfHonest, boolean holds, long hit) {}
}
