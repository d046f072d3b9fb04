package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.Ground;
import dev.onbehalf.simulation.result.Ground.Kind;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a recommendation rests on, by exact scores of the scenario without each sentence, with the
 * other default, and without each chain that no sentence speaks of; and what it owes to what is
 * there already or ruled out.
 */
public final class Sensitivity {
  /** How many kinds of requests are scored for one strategy, over all changes. */
  private static final long MOST_SCORED = 200_000;

  private static final String SUFFIX_OF_ONLY = "-only";

  private final Scenario scenario;
  private final TruthTable truth;
  private final List<Contender> contenders;
  private final Optional<String> recommended;

  /**
   * What the recommendation among the contenders rests on.
   *
   * @param contenders in the order of cost
   */
  public Sensitivity(Scenario scenario, TruthTable truth, List<Contender> contenders) {
    this.scenario = scenario;
    this.truth = truth;
    this.contenders = List.copyOf(contenders);
    recommended = first(results().filter(StrategyResult::isEligible));
  }

  /** Everything of which the lack would change the recommendation. */
  public List<Ground> grounds() {
    return Stream.of(scored(), cannot(), required(), have()).flatMap(List::stream).toList();
  }

  private Stream<StrategyResult> results() {
    return contenders.stream().map(Contender::result);
  }

  private static Optional<String> first(Stream<StrategyResult> strategies) {
    return strategies.findFirst().map(StrategyResult::name);
  }

  private List<Ground> scored() {
    Map<String, List<Policy>> sentences = sentences();
    List<List<String>> chains = unspoken();
    long changes = sentences.size() + 1L + chains.size();
    if (contenders.isEmpty()) {
      return List.of();
    }
    if (truth.cells() * changes > MOST_SCORED) {
      String sentence =
          "what the verdict rests on wasn't computed: there are %,d changes to %,d kinds of requests"
              .formatted(changes, truth.cells());
      return List.of(new Ground(Kind.UNTRIED, List.of(), recommended, sentence));
    }
    return Stream.of(policies(sentences), defaultEffect(), chains(chains))
        .flatMap(List::stream)
        .toList();
  }

  /** The policies by the id of the sentence that they are of. */
  private Map<String, List<Policy>> sentences() {
    Map<String, List<Policy>> sentences = new LinkedHashMap<>();
    for (Policy policy : scenario.policies()) {
      String id = policy.id();
      String base =
          id.endsWith(SUFFIX_OF_ONLY) ? id.substring(0, id.length() - SUFFIX_OF_ONLY.length()) : id;
      boolean isSecond =
          sentences.containsKey(base) && sentences.get(base).get(0).line() == policy.line();
      sentences.computeIfAbsent(isSecond ? base : id, any -> new ArrayList<>()).add(policy);
    }
    return sentences;
  }

  private List<Ground> policies(Map<String, List<Policy>> sentences) {
    if (sentences.size() == 1) {
      return List.of();
    }
    Map<Optional<String>, List<String>> byOutcome = new LinkedHashMap<>();
    sentences.forEach(
        (id, policies) ->
            change(without(policies))
                .ifPresent(
                    other -> byOutcome.computeIfAbsent(other, any -> new ArrayList<>()).add(id)));
    return byOutcome.entrySet().stream()
        .map(outcome -> policies(outcome.getValue(), outcome.getKey()))
        .toList();
  }

  private Scenario without(List<Policy> policies) {
    return scenario.with(
        scenario.chains(),
        scenario.defaultEffect(),
        scenario.policies().stream().filter(policy -> !policies.contains(policy)).toList());
  }

  private Ground policies(List<String> ids, Optional<String> other) {
    String owing = isGain(other) ? "because of " : "thanks to ";
    String without =
        switch (ids.size()) {
          case 1 -> " alone: without it, ";
          case 2 -> ": without either, ";
          default -> ": without any one of them, ";
        };
    return new Ground(
        Kind.POLICY, ids, other, owing + VerdictWriter.listed(ids) + without + outcome(other));
  }

  private List<Ground> defaultEffect() {
    boolean denies = scenario.defaultEffect() == DefaultEffect.DENY;
    String word = denies ? "unspecified" : "deny";
    Scenario changed =
        scenario.with(
            scenario.chains(),
            denies ? DefaultEffect.UNSPECIFIED : DefaultEffect.DENY,
            scenario.policies());
    return change(changed)
        .map(
            other ->
                new Ground(
                    Kind.DEFAULT,
                    List.of(word),
                    other,
                    "rests on the default: with `default: " + word + "`, " + outcome(other)))
        .stream()
        .toList();
  }

  /** The chains that no sentence names as such, nor a part of them with more than one agent. */
  private List<List<String>> unspoken() {
    List<PathPattern.Via> named =
        scenario.policies().stream()
            .flatMap(policy -> policy.clauses().stream())
            .map(Clause::path)
            .map(path -> path instanceof PathPattern.ExceptVia except ? except.via() : path)
            .filter(PathPattern.Via.class::isInstance)
            .map(PathPattern.Via.class::cast)
            .filter(via -> via.hops().size() > 1)
            .toList();
    return scenario.chains().stream()
        .filter(chain -> named.stream().noneMatch(via -> via.isPassedBy(chain)))
        .toList();
  }

  /** Each chain alone, or all of them where none alone matters. */
  private List<Ground> chains(List<List<String>> chains) {
    List<Ground> grounds =
        chains.stream().flatMap(chain -> withoutChains(List.of(chain)).stream()).toList();
    return grounds.isEmpty() && chains.size() > 1 ? withoutChains(chains) : grounds;
  }

  private List<Ground> withoutChains(List<List<String>> chains) {
    Scenario changed =
        scenario.with(
            scenario.chains().stream().filter(chain -> !chains.contains(chain)).toList(),
            scenario.defaultEffect(),
            scenario.policies());
    return change(changed)
        .map(
            other ->
                new Ground(
                    Kind.CHAIN,
                    chains.stream().map(chain -> String.join(" then ", chain)).toList(),
                    other,
                    "declared chains that no sentence speaks of decide: without "
                        + chains
                        + ", "
                        + outcome(other)))
        .stream()
        .toList();
  }

  /** What would be recommended, if that is something else. */
  private Optional<Optional<String>> change(Scenario changed) {
    TruthTable changedTruth = new TruthTable(changed);
    return change(
        first(
            contenders.stream()
                .filter(contender -> contender.isEligible(changed, changedTruth))
                .map(Contender::result)));
  }

  private Optional<Optional<String>> change(Optional<String> other) {
    return other.equals(recommended) ? Optional.empty() : Optional.of(other);
  }

  private String outcome(Optional<String> other) {
    return other
        .map(name -> isGain(other) ? name + " suffices" : "it takes " + name)
        .orElse("no strategy suffices");
  }

  /** Whether the other comes before the one that is recommended, in the order of cost. */
  private boolean isGain(Optional<String> other) {
    return first(
            results()
                .filter(
                    strategy ->
                        other.stream().anyMatch(strategy.name()::equals)
                            || recommended.stream().anyMatch(strategy.name()::equals)))
        .equals(other);
  }

  /** Each word alone, or all of them where none alone matters. */
  private List<Ground> cannot() {
    return without(Kind.CANNOT, scenario.circumstances().cannot());
  }

  /** Likewise of what is required. */
  private List<Ground> required() {
    return without(
        Kind.REQUIRE, List.copyOf(new RequirementCheck(scenario.requirements()).words().keySet()));
  }

  private List<Ground> without(Kind kind, List<String> words) {
    List<Ground> grounds =
        words.stream().flatMap(word -> without(kind, List.of(word), word).stream()).toList();
    return grounds.isEmpty() && words.size() > 1
        ? without(kind, words, words.toString()).stream().toList()
        : grounds;
  }

  private Optional<Ground> without(Kind kind, List<String> words, String written) {
    Predicate<StrategyResult> eligible =
        strategy -> strategy.suffices() && words.containsAll(strategy.ruledOutBy());
    return change(first(results().filter(eligible)))
        .map(
            other ->
                new Ground(
                    kind,
                    words,
                    other,
                    "without `%s: %s`, %s would do"
                        .formatted(kind.word(), written, other.orElseThrow())));
  }

  private List<Ground> have() {
    List<String> words = scenario.circumstances().have();
    Stream<StrategyResult> fromNothing =
        results().sorted(Costs.cheapestFirst(List.of())).filter(StrategyResult::isEligible);
    return change(first(fromNothing))
        .map(
            other ->
                new Ground(
                    Kind.HAVE,
                    words,
                    other,
                    "with nothing there yet, " + other.orElseThrow() + " would be cheaper"))
        .stream()
        .toList();
  }
}
