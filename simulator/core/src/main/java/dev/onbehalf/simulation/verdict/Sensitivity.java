package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.Ground;
import dev.onbehalf.simulation.result.Ground.Kind;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a recommendation rests on, by exact scores of the scenario without each sentence, with the
 * other default, and without each chain that no sentence speaks of; and what it owes to what is
 * there already or ruled out.
 */
public final class Sensitivity {
  private static final String SUFFIX_OF_ONLY = "-only";

  private final Scenario scenario;
  private final List<Rival> rivals;
  private final Alternatives alternatives;
  private final Optional<String> recommended;
  private long tried;

  /**
   * What the recommendation among the contenders rests on.
   *
   * @param contenders in the order of cost
   */
  public Sensitivity(Scenario scenario, TruthTable truth, List<Contender> contenders) {
    this(
        scenario,
        contenders.stream().map(Contender::result).map(Rival::of).toList(),
        new Contenders(scenario, truth, contenders));
  }

  /**
   * What the recommendation among the rivals rests on.
   *
   * @param rivals in the order of cost
   */
  public Sensitivity(Scenario scenario, List<Rival> rivals, Alternatives alternatives) {
    this.scenario = scenario;
    this.rivals = List.copyOf(rivals);
    this.alternatives = alternatives;
    recommended = first(rivals.stream().filter(Rival::isEligible));
  }

  /** Everything of which the lack would change the recommendation. */
  public List<Ground> grounds() {
    return Stream.of(scored(), cannot(), required(), have()).flatMap(List::stream).toList();
  }

  private static Optional<String> first(Stream<Rival> strategies) {
    return strategies.findFirst().map(Rival::name);
  }

  private List<Ground> scored() {
    Map<String, List<Integer>> sentences = sentences();
    List<List<String>> chains = unspoken();
    long changes = sentences.size() + 1L + chains.size();
    if (rivals.isEmpty()) {
      return List.of();
    }
    Optional<String> refusal = alternatives.refusal(changes);
    return refusal.isPresent()
        ? untried(refusal.get())
        : Stream.of(
                policies(sentences), defaultEffect(), chains(chains), untried(sentences, changes))
            .flatMap(List::stream)
            .toList();
  }

  private List<Ground> untried(String sentence) {
    return List.of(new Ground(Kind.UNTRIED, List.of(), recommended, sentence));
  }

  /** A single sentence is never left out, and chains may be left out once more, all together. */
  private List<Ground> untried(Map<String, List<Integer>> sentences, long changes) {
    long wanted = sentences.size() == 1 ? changes - 1 : changes;
    return tried >= wanted
        ? List.of()
        : untried(
            "%,d of %,d changes were tried, those of the first sentences before others: what else the verdict rests on wasn't computed"
                .formatted(tried, wanted));
  }

  /** The positions of policies by the id of the sentence that they are of. */
  private Map<String, List<Integer>> sentences() {
    Map<String, List<Integer>> sentences = new LinkedHashMap<>();
    for (int position = 0; position < scenario.policies().size(); position++) {
      Policy policy = scenario.policies().get(position);
      String id = policy.id();
      String base =
          id.endsWith(SUFFIX_OF_ONLY) ? id.substring(0, id.length() - SUFFIX_OF_ONLY.length()) : id;
      boolean isSecond =
          sentences.containsKey(base)
              && scenario.policies().get(sentences.get(base).get(0)).line() == policy.line();
      sentences.computeIfAbsent(isSecond ? base : id, any -> new ArrayList<>()).add(position);
    }
    return sentences;
  }

  private List<Ground> policies(Map<String, List<Integer>> sentences) {
    if (sentences.size() == 1) {
      return List.of();
    }
    Map<Optional<String>, List<String>> byOutcome = new LinkedHashMap<>();
    sentences.forEach(
        (id, policies) ->
            change(alternatives.without(policies))
                .ifPresent(
                    other -> byOutcome.computeIfAbsent(other, any -> new ArrayList<>()).add(id)));
    return byOutcome.entrySet().stream()
        .map(outcome -> policies(outcome.getValue(), outcome.getKey()))
        .toList();
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
        Kind.POLICY,
        ids,
        other,
        owing + VerdictWriter.listed(some(ids)) + without + outcome(other));
  }

  private List<String> some(List<String> ids) {
    int most = alternatives.mostNamed();
    return ids.size() <= most
        ? ids
        : Stream.concat(
                ids.stream().limit(most - 1L),
                Stream.of("%,d more".formatted(ids.size() - most + 1)))
            .toList();
  }

  private List<Ground> defaultEffect() {
    boolean denies = scenario.defaultEffect() == DefaultEffect.DENY;
    String word = denies ? "unspecified" : "deny";
    Scenario changed =
        scenario.with(
            scenario.chains(),
            denies ? DefaultEffect.UNSPECIFIED : DefaultEffect.DENY,
            scenario.policies());
    return change(alternatives.in(changed))
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
    return change(alternatives.in(changed))
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

  /** What would be recommended, if it was tried and that is something else. */
  private Optional<Optional<String>> change(Optional<IntPredicate> eligible) {
    tried += eligible.isPresent() ? 1 : 0;
    return eligible.flatMap(
        one -> instead(first(IntStream.range(0, rivals.size()).filter(one).mapToObj(rivals::get))));
  }

  private Optional<Optional<String>> instead(Optional<String> other) {
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
            rivals.stream()
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
    Predicate<Rival> eligible =
        strategy -> strategy.suffices() && words.containsAll(strategy.ruledOutBy());
    return instead(first(rivals.stream().filter(eligible)))
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
    Stream<Rival> fromNothing =
        rivals.stream().sorted(Comparator.comparing(Rival::fromNothing)).filter(Rival::isEligible);
    return instead(first(fromNothing))
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
