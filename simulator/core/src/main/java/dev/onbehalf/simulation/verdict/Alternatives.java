package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which strategies, by their positions in the order of cost, would be eligible if a scenario were
 * another; empty where no more of them are tried.
 */
public interface Alternatives {
  /** The scenario differs in policies, default or chains. */
  Optional<IntPredicate> in(Scenario changed);

  /** Without the policies of these positions. */
  Optional<IntPredicate> without(List<Integer> policies);

  /** Why none of so many changes is tried; empty if they are. */
  default Optional<String> refusal(long changes) {
    return Optional.empty();
  }

  /** How many policies with the same effect are named in a sentence. */
  default int mostNamed() {
    return Integer.MAX_VALUE;
  }
}
