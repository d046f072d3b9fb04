package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Tries other scenarios by scoring the contenders on all of their requests. */
record Contenders(Scenario scenario, TruthTable truth, List<Contender> contenders)
    implements Alternatives {
  /** How many kinds of requests are scored for one strategy, over all changes. */
  private static final long MOST_SCORED = 200_000;

  Contenders {
    contenders = List.copyOf(contenders);
  }

  @Override
  public Optional<IntPredicate> in(Scenario changed) {
    TruthTable changedTruth = new TruthTable(changed);
    return Optional.of(position -> contenders.get(position).isEligible(changed, changedTruth));
  }

  @Override
  public Optional<IntPredicate> without(List<Integer> policies) {
    return in(scenario.without(policies));
  }

  @Override
  public Optional<String> refusal(long changes) {
    return truth.cells() * changes <= MOST_SCORED
        ? Optional.empty()
        : Optional.of(
            "what the verdict rests on wasn't computed: there are %,d changes to %,d kinds of requests"
                .formatted(changes, truth.cells()));
  }
}
