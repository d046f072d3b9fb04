package dev.onbehalf.simulation;

import dev.onbehalf.simulation.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.SimulationResult.RequestFacts;
import dev.onbehalf.simulation.SimulationResult.RuledOut;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.SimulationResult.Verdict;
import dev.onbehalf.simulation.SimulationResult.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses the least machinery that suffices, and says why nothing cheaper does. */
final class VerdictWriter {
  private final List<PolicyFacts> policies;
  private final String fileName;

  VerdictWriter(List<PolicyFacts> policies, String fileName) {
    this.policies = policies;
    this.fileName = fileName;
  }

  /** The verdict on strategies in the order of cost. */
  Verdict verdict(List<StrategyResult> strategies) {
    Optional<StrategyResult> recommended =
        strategies.stream().filter(StrategyResult::suffices).findFirst();
    List<StrategyResult> cheaper =
        strategies.stream()
            .takeWhile(strategy -> !recommended.equals(Optional.of(strategy)))
            .toList();
    return new Verdict(
        recommended.map(StrategyResult::name),
        onBehalfOf(strategies),
        recommended
            .map(strategy -> use(strategy, cheaper))
            .orElseGet(() -> nothingSuffices(strategies)),
        cheaper.stream().map(this::ruledOut).toList());
  }

  private static String onBehalfOf(List<StrategyResult> strategies) {
    if (strategies.stream().noneMatch(StrategyResult::suffices)) {
      return "insufficient";
    }
    boolean sufficesApart = strategies.stream().anyMatch(s -> s.suffices() && !s.jointEvidence());
    return sufficesApart ? "not-required" : "required";
  }

  private String use(StrategyResult strategy, List<StrategyResult> cheaper) {
    String why =
        "use "
            + strategy.name()
            + ": it is the cheapest strategy that enforces "
            + all(strategy.of())
            + (strategy.jointEvidence() ? ", because it proves user and agent together" : "");
    if (!strategy.jointEvidence()) {
      why += "; none of them needs to know user and agent together";
    }
    return cheaper.isEmpty()
        ? why
        : cheaper.stream().map(this::fails).collect(Collectors.joining(", ", why + "; ", ""));
  }

  private String nothingSuffices(List<StrategyResult> strategies) {
    if (strategies.isEmpty()) {
      return "no strategy was tried";
    }
    StrategyResult best = strategies.get(0);
    for (StrategyResult strategy : strategies) {
      best = strategy.withstands() > best.withstands() ? strategy : best;
    }
    return "no strategy enforces "
        + all(best.of())
        + "; "
        + best.name()
        + " comes closest with "
        + best.withstands()
        + " and can't enforce "
        + lines(best)
        + failing(best).stream()
            .flatMap(score -> score.witness().stream())
            .findFirst()
            .map(witness -> ", which takes knowing " + difference(witness))
            .orElse("");
  }

  /** What would have to be known to tell the two requests of a witness apart. */
  private static String difference(Witness witness) {
    RequestFacts permitted = witness.permitted();
    RequestFacts denied = witness.denied();
    List<String> unknown = new ArrayList<>();
    if (!permitted.user().equals(denied.user())) {
      unknown.add("the user");
    }
    if (!permitted.via().equals(denied.via())) {
      unknown.add("the path");
    }
    permitted
        .context()
        .forEach(
            (attribute, value) -> {
              if (!value.equals(denied.context().get(attribute))) {
                unknown.add("the context attribute " + attribute);
              }
            });
    return String.join(" and ", unknown);
  }

  private static String all(int policies) {
    return policies == 1 ? "the one policy" : "all " + policies + " policies";
  }

  private String fails(StrategyResult strategy) {
    return strategy.name() + " can't enforce " + lines(strategy);
  }

  /** The places of the policies that the strategy fails: {@code hr-rollout.yaml:14 and 17}. */
  private String lines(StrategyResult strategy) {
    List<String> lines =
        failing(strategy).stream().map(score -> String.valueOf(line(score.id()))).toList();
    int shown = Math.min(lines.size(), 3);
    String more = lines.size() > shown ? " and " + (lines.size() - shown) + " more" : "";
    String list =
        more.isEmpty() && shown > 1
            ? String.join(", ", lines.subList(0, shown - 1)) + " and " + lines.get(shown - 1)
            : String.join(", ", lines.subList(0, shown));
    return fileName + ":" + list + more;
  }

  private int line(String id) {
    return policies.stream()
        .filter(policy -> policy.id().equals(id))
        .mapToInt(PolicyFacts::line)
        .findFirst()
        .orElseThrow();
  }

  private List<PolicyScore> failing(StrategyResult strategy) {
    return strategy.policies().stream().filter(score -> score.witness().isPresent()).toList();
  }

  private RuledOut ruledOut(StrategyResult strategy) {
    List<PolicyScore> failing = failing(strategy);
    return new RuledOut(
        strategy.name(),
        failing.stream().map(PolicyScore::id).toList(),
        failing.stream()
            .flatMap(score -> score.witness().stream())
            .map(Witness::sentence)
            .findFirst()
            .orElse(""));
  }
}
