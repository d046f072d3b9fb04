package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.OnBehalfOf;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.RuledOut;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Verdict;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the least machinery that suffices, and says why nothing cheaper does. */
public final class VerdictWriter {
  private static final int MOST_RULED_OUT = 2;
  private static final int MOST_NAMED = 3;

  private static final Comparator<StrategyResult> CLOSENESS =
      Comparator.comparingInt(StrategyResult::enforced)
          .thenComparingInt(StrategyResult::withstands);

  private final List<PolicyFacts> policies;
  private final String fileName;
  private final Need needs;

  /** Writes on a scenario that needs so much at the target that needs most. */
  public VerdictWriter(List<PolicyFacts> policies, String fileName, Need needs) {
    this.policies = List.copyOf(policies);
    this.fileName = fileName;
    this.needs = needs;
  }

  /** The verdict on strategies in the order of cost. */
  public Verdict verdict(List<StrategyResult> strategies) {
    Optional<StrategyResult> recommended =
        strategies.stream().filter(StrategyResult::isEligible).findFirst();
    List<StrategyResult> cheaper =
        strategies.stream()
            .takeWhile(strategy -> !recommended.equals(Optional.of(strategy)))
            .toList();
    return new Verdict(
        recommended.map(StrategyResult::name),
        needs,
        OnBehalfOf.of(needs),
        new Separation(needs, strategies).cheapest(),
        summary(strategies, recommended, cheaper),
        cheaper.stream().map(this::ruledOut).toList(),
        List.of());
  }

  private String summary(
      List<StrategyResult> strategies,
      Optional<StrategyResult> recommended,
      List<StrategyResult> cheaper) {
    if (strategies.isEmpty()) {
      return "no strategy was tried";
    }
    String separation =
        new Separation(needs, strategies).sentence(recommended.map(StrategyResult::name));
    return recommended.isEmpty()
        ? nothingSuffices(strategies) + "; " + separation
        : use(recommended.get(), cheaper, strategies.size()) + "; " + separation + fall(cheaper);
  }

  private String use(StrategyResult strategy, List<StrategyResult> cheaper, int run) {
    String proved = proved(strategy, cheaper);
    return "use "
        + strategy.name()
        + (run == 1 ? ": of the 1 that was run, it " : ": it is the cheapest strategy that ")
        + unlessRuledOut(cheaper)
        + "enforces "
        + all(strategy.of())
        + (proved.isEmpty() ? "" : ", because it " + shows(strategy) + " " + proved);
  }

  /** Said only where it matters: where what is ruled out would have sufficed. */
  private static String unlessRuledOut(List<StrategyResult> strategies) {
    return strategies.stream().anyMatch(StrategyResult::suffices) ? "isn't ruled out and " : "";
  }

  private static String shows(StrategyResult strategy) {
    return strategy.believes().isEmpty() ? "proves" : "shows";
  }

  /** What the strategy proves and cheaper ones would have to know; empty if it proves less. */
  private String proved(StrategyResult strategy, List<StrategyResult> cheaper) {
    List<String> more = new ArrayList<>();
    if (strategy.proves().contains(Attributes.PRIOR_AGENTS)) {
      more.add("the agents before it");
    }
    if (strategy.proves().contains(Attributes.CONTEXT) && missesContext(cheaper)) {
      more.add("the context of the call");
    }
    String alone = String.join(" and ", more);
    if (!strategy.jointEvidence()) {
      return alone;
    }
    return more.isEmpty() ? "user and agent together" : "user, agent and " + alone + " together";
  }

  private boolean missesContext(List<StrategyResult> strategies) {
    return strategies.stream()
        .flatMap(this::witnesses)
        .anyMatch(witness -> !witness.permitted().context().equals(witness.denied().context()));
  }

  /** What rules the cheaper ones out: of many, the cheapest and the one that comes closest. */
  private String fall(List<StrategyResult> cheaper) {
    if (cheaper.isEmpty()) {
      return "";
    }
    if (cheaper.size() <= MOST_RULED_OUT) {
      return cheaper.stream().map(this::falls).collect(Collectors.joining(", ", "; ", ""));
    }
    StrategyResult first = cheaper.get(0);
    StrategyResult closest = closest(cheaper.subList(1, cheaper.size()));
    int more = cheaper.size() - 2;
    return "; "
        + falls(first)
        + ", "
        + falls(closest)
        + ", and "
        + more
        + (more == 1 ? " other cheaper one falls short" : " other cheaper ones fall short");
  }

  /** The cheapest of those that enforce most and of them withstand most. */
  private static StrategyResult closest(List<StrategyResult> strategies) {
    return strategies.stream()
        .reduce((best, next) -> CLOSENESS.compare(next, best) > 0 ? next : best)
        .orElseThrow();
  }

  private String nothingSuffices(List<StrategyResult> strategies) {
    List<StrategyResult> open =
        strategies.stream().filter(strategy -> strategy.ruledOutBy().isEmpty()).toList();
    if (open.isEmpty()) {
      return "every strategy is ruled out";
    }
    StrategyResult best =
        open.stream()
            .reduce((one, next) -> next.withstands() > one.withstands() ? next : one)
            .orElseThrow();
    return "no strategy "
        + (unlessRuledOut(strategies).isEmpty() ? "" : "that isn't ruled out ")
        + "enforces "
        + all(best.of())
        + "; "
        + best.name()
        + " comes closest with "
        + best.withstands()
        + " and can't enforce "
        + named(failing(best))
        + witnesses(best)
            .findFirst()
            .map(witness -> ", which takes knowing " + difference(witness))
            .orElse("");
  }

  /** What would have to be known to tell the two requests of a witness apart. */
  private static String difference(Witness witness) {
    if (witness.isOfStranger()) {
      return "the agent by a credential that takes no user";
    }
    Request permitted = witness.permitted();
    Request denied = witness.denied();
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

  private String falls(StrategyResult strategy) {
    if (strategy.suffices()) {
      return strategy.name() + " is ruled out" + reasons(strategy);
    }
    List<PolicyFacts> unenforced =
        failing(strategy).stream()
            .filter(policy -> strategy.outcome(policy) == Outcome.NOT_ENFORCED)
            .toList();
    return unenforced.isEmpty()
        ? strategy.name() + " enforces " + named(failing(strategy)) + " only if callers are honest"
        : strategy.name() + " can't enforce " + named(unenforced);
  }

  /** The words that rule it out, or the figures that do. */
  private static String reasons(StrategyResult strategy) {
    List<String> words =
        strategy.ruledOutBy().stream()
            .filter(word -> !strategy.requirements().containsKey(word))
            .toList();
    List<String> figures = strategy.unmet();
    return (words.isEmpty() ? "" : " by " + listed(words))
        + (figures.isEmpty() ? "" : ": " + String.join("; ", figures));
  }

  /** The policies and their places: {@code p1 and p4 (hr-rollout.yaml:14 and 17)}. */
  private String named(List<PolicyFacts> failing) {
    boolean all = failing.size() <= MOST_NAMED + 1;
    List<PolicyFacts> shown = all ? failing : failing.subList(0, MOST_NAMED);
    int more = failing.size() - shown.size();
    List<String> ids = new ArrayList<>(shown.stream().map(PolicyFacts::id).toList());
    if (more > 0) {
      ids.add(more + " more");
    }
    List<String> lines =
        shown.stream().map(policy -> String.valueOf(policy.line())).distinct().toList();
    return listed(ids) + " (" + fileName + ":" + listed(lines) + ")";
  }

  /** {@code a, b and c}. */
  static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private List<PolicyFacts> failing(StrategyResult strategy) {
    return policies.stream().filter(policy -> strategy.outcome(policy).failed()).toList();
  }

  private Stream<Witness> witnesses(StrategyResult strategy) {
    return failing(strategy).stream().flatMap(policy -> strategy.witness(policy).stream());
  }

  private RuledOut ruledOut(StrategyResult strategy) {
    return new RuledOut(
        strategy.name(),
        failing(strategy).stream().map(PolicyFacts::id).toList(),
        Stream.concat(witnesses(strategy).map(Witness::sentence), strategy.unmet().stream())
            .findFirst()
            .orElse(""));
  }
}
