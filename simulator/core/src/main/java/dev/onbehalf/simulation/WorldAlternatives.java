package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.column.Removals;
import dev.onbehalf.simulation.column.WorldScore;
import dev.onbehalf.simulation.score.Shown;
import dev.onbehalf.simulation.verdict.Alternatives;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Tries other scenarios target by target, as long as there are few enough kinds of requests. */
final class WorldAlternatives implements Alternatives {
  /** So many rows of tables take some three seconds. */
  private static final long MOST_ROWS = 2_000_000;

  private static final int MOST_NAMED = 20;

  private final Scenario scenario;
  private final WorldScore score;
  private final Removals removals;
  private final List<Entrant> entrants;
  private final Function<Scenario, List<Shown>> shownIn;
  private final List<Integer> ofNobody;
  private long spent;

  /**
   * A strategy.
   *
   * @param shown the position of what it shows
   */
  record Entrant(int shown, boolean ruledOut) {}

  /**
   * What is tried.
   *
   * @param entrants in the order of cost
   * @param shownIn what each of them shows in a scenario
   */
  WorldAlternatives(
      Scenario scenario,
      WorldScore score,
      List<Entrant> entrants,
      Function<Scenario, List<Shown>> shownIn) {
    this.scenario = scenario;
    this.score = score;
    this.entrants = List.copyOf(entrants);
    this.shownIn = shownIn;
    removals = score.removals();
    List<Policy> policies = scenario.policies();
    ofNobody =
        IntStream.range(0, policies.size())
            .filter(policy -> policies.get(policy).speaksOf(Keywords.NOBODY))
            .boxed()
            .toList();
  }

  @Override
  public Optional<IntPredicate> without(List<Integer> policies) {
    // Where no policy speaks of nobody, there are no such requests any more, for no target.
    if (!ofNobody.isEmpty() && policies.containsAll(ofNobody)) {
      return in(scenario.without(policies));
    }
    return fits(0)
        ? Optional.of(
            position ->
                !entrants.get(position).ruledOut()
                    && removals.suffices(entrants.get(position).shown(), policies))
        : Optional.empty();
  }

  private boolean fits(long more) {
    return spent + removals.rows() + more <= MOST_ROWS;
  }

  @Override
  public Optional<IntPredicate> in(Scenario changed) {
    if (!fits(score.rows())) {
      return Optional.empty();
    }
    spent += score.rows();
    List<Shown> each = shownIn.apply(changed);
    List<Shown> shown = each.stream().distinct().toList();
    WorldScore changedScore = new WorldScore(changed, shown);
    return Optional.of(
        position ->
            !entrants.get(position).ruledOut()
                && changedScore.suffices(shown.indexOf(each.get(position))));
  }

  @Override
  public int mostNamed() {
    return MOST_NAMED;
  }
}
