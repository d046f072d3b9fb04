package dev.onbehalf.products.profile;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.products.profile.ProfileAgreement.Outcomes;
import dev.onbehalf.products.profile.ProfileAgreement.Seen;
import dev.onbehalf.products.results.StrategyScore;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.live.Visit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The policies that are enforced by what a resource answered to real requests. */
record RealScore(Scenario scenario, Map<Request, Outcomes> seen) {
  StrategyScore of(String strategy) {
    List<Policy> deciding =
        scenario.policies().stream().filter(policy -> scope(policy).findAny().isPresent()).toList();
    return new StrategyScore(
        strategy,
        seen.size(),
        (int) deciding.stream().filter(this::withstands).count(),
        (int) deciding.stream().filter(this::isEnforced).count(),
        deciding.size());
  }

  private Stream<Map.Entry<Request, Outcomes>> scope(Policy policy) {
    return seen.entrySet().stream()
        .filter(one -> policy.isDecisive(one.getKey(), scenario.truth(one.getKey())));
  }

  /** Whether those who call as they should get the answer of the policy. */
  private boolean isEnforced(Policy policy) {
    Decision expected = policy.effect() == Effect.MAY ? Decision.PERMIT : Decision.DENY;
    return scope(policy)
        .allMatch(
            request ->
                request.getValue().honest().stream()
                    .allMatch(one -> one.answer().decision() == expected));
  }

  /** Whether, besides, no denied request comes in as one that the policy speaks of. */
  private boolean withstands(Policy policy) {
    return isEnforced(policy)
        && (policy.effect() == Effect.MAY
            ? scope(policy).noneMatch(this::isPosedAs)
            : scope(policy).allMatch(request -> request.getValue().any().isEmpty()));
  }

  private boolean isPosedAs(Map.Entry<Request, Outcomes> permitted) {
    Set<Visit> shown =
        permitted.getValue().honest().stream().map(Seen::visit).collect(Collectors.toSet());
    return seen.entrySet().stream()
        .filter(entry -> entry.getKey().target().equals(permitted.getKey().target()))
        .filter(entry -> scenario.truth(entry.getKey()) == Truth.DENIED)
        .flatMap(entry -> entry.getValue().any().stream())
        .anyMatch(one -> shown.contains(one.visit()));
  }
}
