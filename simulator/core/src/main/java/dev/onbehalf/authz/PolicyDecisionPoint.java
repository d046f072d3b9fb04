package dev.onbehalf.authz;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
  private final PolicyMatches matches;
  private final Map<String, List<String>> contextValues = new TreeMap<>();
  private final Map<Target, TargetPolicies> targets = new HashMap<>();
  private final Map<Question, Answer> answers = new HashMap<>();
  private final Map<Question, Boolean> permitted = new HashMap<>();

  /**
   * A decision point of an enforcement point.
   *
   * @param point one of those that the proof names
   */
  public PolicyDecisionPoint(Scenario scenario, Proof proof, Point point) {
    this.scenario = scenario;
    this.proof = proof;
    this.own = proof.at(point);
    matches = new PolicyMatches(scenario);
    for (ContextAttribute attribute : scenario.context()) {
      contextValues.put(attribute.name(), attribute.values());
    }
  }

  /** Decides whether the action on the resource is permitted to whoever shows the evidence. */
  public Answer decide(Evidence evidence, String resource, String action) {
    SortedMap<String, String> deciding = evidence.deciding(proof.believed());
    return answers.computeIfAbsent(
        new Question(own, deciding, new Target(resource, action)), this::answer);
  }

  private Answer answer(Question question) {
    TargetPolicies policies = policies(question.target());
    List<Candidate> candidates = policies.candidates(sighting(question));
    return new Answer(
        decision(policies, candidates),
        policies.permitting(candidates),
        policies.denying(candidates));
  }

  private Decision decision(TargetPolicies policies, List<Candidate> candidates) {
    if (candidates.stream().noneMatch(one -> policies.truth(one) == Truth.PERMITTED)) {
      return Decision.DENY;
    }
    return candidates.stream().anyMatch(one -> policies.truth(one) == Truth.DENIED && passes(one))
        ? Decision.INDETERMINATE
        : Decision.PERMIT;
  }

  /** Whether the request looks like a permitted one at every other point as well. */
  private boolean passes(Candidate candidate) {
    Request request = candidate.request();
    Target target = new Target(request.resource(), request.action());
    return proof.passed(request.via()).stream()
        .filter(showing -> !showing.equals(own))
        .map(
            showing ->
                new Question(
                    showing,
                    showing.shownBy(request.user(), request.via(), request.context()),
                    target))
        .allMatch(this::isPermittedToSome);
  }

  private boolean isPermittedToSome(Question question) {
    return permitted.computeIfAbsent(question, this::findPermitted);
  }

  private boolean findPermitted(Question question) {
    TargetPolicies policies = policies(question.target());
    return policies.candidates(sighting(question)).stream()
        .anyMatch(candidate -> policies.truth(candidate) == Truth.PERMITTED);
  }

  private Sighting sighting(Question question) {
    return new Sighting(question.showing(), question.shown(), contextValues);
  }

  private TargetPolicies policies(Target target) {
    return targets.computeIfAbsent(
        target, t -> new TargetPolicies(scenario, matches, t.resource(), t.action()));
  }

  private record Target(String resource, String action) {}

  private record Question(Proof.Showing showing, SortedMap<String, String> shown, Target target) {}
}
