package dev.onbehalf.authz;

import dev.onbehalf.authz.TargetPolicies.Candidate;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides on evidence at one point: takes every request that would show the same evidence there,
 * and permits or denies where all of them agree. A denied request that another point on its path is
 * sure to stop is left to that one. It knows the policies and what the strategy proves, never the
 * request.
 */
public final class PolicyDecisionPoint {
  private final Scenario scenario;
  private final Proof proof;
  private final Proof.Showing own;
  private final KnownCallers callers;
  private final Map<Target, TargetPolicies> targets = new HashMap<>();
  private final Map<Sight, Answer> answers = new HashMap<>();
  private final Map<Sight, Boolean> permitted = new HashMap<>();

  /**
   * A decision point of an enforcement point.
   *
   * @param point one of those that the proof names
   */
  public PolicyDecisionPoint(Scenario scenario, Proof proof, Point point) {
    this.scenario = scenario;
    this.proof = proof;
    this.own = proof.at(point);
    callers = new KnownCallers(scenario);
  }

  /** Decides whether the action on the resource is permitted to whoever shows the evidence. */
  public Answer decide(Evidence evidence, String resource, String action) {
    return answers.computeIfAbsent(
        new Sight(own, evidence.deciding(proof.believed()), new Target(resource, action)),
        this::answer);
  }

  private Answer answer(Sight sight) {
    TargetPolicies policies = policies(sight);
    List<Candidate> candidates = policies.candidates(sight);
    return new Answer(
        decision(candidates), policies.permitting(candidates), policies.denying(candidates));
  }

  private Decision decision(List<Candidate> candidates) {
    if (!isPermittedToSome(candidates)) {
      return Decision.DENY;
    }
    return candidates.stream().anyMatch(one -> one.truth() == Truth.DENIED && passes(one.request()))
        ? Decision.INDETERMINATE
        : Decision.PERMIT;
  }

  /** Whether the request looks like a permitted one at every other point as well. */
  private boolean passes(Request request) {
    return Sight.all(proof, request).stream()
        .filter(sight -> !sight.showing().equals(own))
        .allMatch(this::isPermittedToSome);
  }

  private boolean isPermittedToSome(Sight sight) {
    return permitted.computeIfAbsent(
        sight, any -> isPermittedToSome(policies(sight).candidates(sight)));
  }

  private static boolean isPermittedToSome(List<Candidate> candidates) {
    return candidates.stream().anyMatch(one -> one.truth() == Truth.PERMITTED);
  }

  private TargetPolicies policies(Sight sight) {
    return targets.computeIfAbsent(
        sight.target(), target -> new TargetPolicies(scenario, callers, target));
  }
}
