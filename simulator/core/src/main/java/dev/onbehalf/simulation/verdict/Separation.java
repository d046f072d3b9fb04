package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Whether a scenario can do without a point that decides on user and agent together, and which
 * strategy shows it.
 */
final class Separation {
  private final Need needs;
  private final List<StrategyResult> separate;

  /** Of the strategies, in the order of cost, those matter that decide nowhere on both. */
  Separation(Need needs, List<StrategyResult> strategies) {
    this.needs = needs;
    separate = strategies.stream().filter(strategy -> !strategy.jointEvidence()).toList();
  }

  /** The cheapest strategy that suffices and decides nowhere on user and agent together. */
  Optional<String> cheapest() {
    return separate.stream()
        .filter(StrategyResult::isEligible)
        .map(StrategyResult::name)
        .findFirst();
  }

  /** What is true of the scenario, whatever the strategy, and which strategy shows it. */
  String sentence(Optional<String> recommended) {
    if (needs == Need.JOINT) {
      return cheapest()
          .map(Separation::atTheResource)
          .orElse("whatever the strategy, " + needs.sentence());
    }
    if (cheapest().isPresent() && cheapest().equals(recommended)) {
      return "none of them needs to know user and agent together" + door();
    }
    return "on-behalf-of isn't required"
        + door()
        + cheapest()
            .map(name -> ": " + name + " enforces as much and decides nowhere on both")
            .orElseGet(() -> needs == Need.GATED ? "" : ", but " + missing());
  }

  // A check of the user before the resource doesn't know what the resource alone knows.
  private static String atTheResource(String strategy) {
    return "on-behalf-of is required where users are checked before the resource; "
        + strategy
        + " checks them at the resource, which knows more";
  }

  private String door() {
    return needs == Need.GATED ? ", a door that only agents pass is" : "";
  }

  private String missing() {
    if (separate.isEmpty()) {
      return "no strategy of this run does without";
    }
    if (separate.stream().anyMatch(StrategyResult::suffices)) {
      return "what decides nowhere on both is ruled out";
    }
    return "no strategy that decides nowhere on both makes " + check();
  }

  /** The check for want of which the separate strategies fall short. */
  private String check() {
    if (noneProves(Attributes.PRIOR_AGENTS) && anyConfuses(Separation::differInAgentsBefore)) {
      return "a check of the whole path";
    }
    if (noneProves(Attributes.CONTEXT) && anyConfuses(Separation::differInContext)) {
      return "a check of the context";
    }
    return "all the checks that it takes";
  }

  private boolean noneProves(String attribute) {
    return separate.stream().noneMatch(strategy -> strategy.proves().contains(attribute));
  }

  private boolean anyConfuses(BiPredicate<Request, Request> difference) {
    return separate.stream()
        .flatMap(strategy -> strategy.policies().stream())
        .map(PolicyScore::witness)
        .flatMap(Optional<Witness>::stream)
        .anyMatch(witness -> difference.test(witness.permitted(), witness.denied()));
  }

  private static boolean differInAgentsBefore(Request one, Request other) {
    return one.user().equals(other.user())
        && one.context().equals(other.context())
        && !one.via().equals(other.via())
        && !one.isDirect()
        && !other.isDirect()
        && Proof.Showing.presenter(one.via()).equals(Proof.Showing.presenter(other.via()));
  }

  private static boolean differInContext(Request one, Request other) {
    return one.user().equals(other.user())
        && one.via().equals(other.via())
        && !one.context().equals(other.context());
  }
}
