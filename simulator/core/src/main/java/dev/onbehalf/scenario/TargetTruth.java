package dev.onbehalf.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the policies say of requests, by their definition: {@link Scenario#truth} for many requests,
 * where the policies that speak of a target are looked for once.
 */
public final class TargetTruth {
  private final Scenario scenario;
  private final Map<Target, List<Policy>> policies = new HashMap<>();

  public TargetTruth(Scenario scenario) {
    this.scenario = scenario;
  }

  /** What the policies say of the request. */
  public Truth truth(Request request) {
    return scenario.ruling(
        effect ->
            policies(request.target()).stream()
                .anyMatch(one -> one.effect() == effect && one.matches(request)));
  }

  /** The policies in whose scope the request is, of which this is true. */
  public List<Policy> decisive(Request request, Truth truth) {
    return policies(request.target()).stream()
        .filter(policy -> policy.isDecisive(request, truth))
        .toList();
  }

  private List<Policy> policies(Target target) {
    return policies.computeIfAbsent(
        target, any -> scenario.policies().stream().filter(one -> one.speaksOf(target)).toList());
  }
}
