package dev.onbehalf.simulation.result;

import java.util.List;
import java.util.Optional;

/**
 * What a survey says of one scenario: its verdict, without proofs.
 *
 * @param requests how many there can be
 * @param policies how many decide something
 * @param needs what the target needs that needs most
 * @param strategies in the order of cost
 */
public record Finding(long requests, int policies, Need needs, List<Score> strategies) {
  public Finding {
    strategies = List.copyOf(strategies);
  }

  /**
   * What one strategy can enforce.
   *
   * @param suffices whether it enforces every policy that decides something, whatever callers
   *     present
   * @param ruledOut whether it can't be had, or doesn't meet what is required
   * @param machinery the words for what it takes
   */
  public record Score(String strategy, boolean suffices, boolean ruledOut, List<String> machinery) {
    public Score {
      machinery = List.copyOf(machinery);
    }
  }

  /** The cheapest strategy that enforces everything and isn't ruled out. */
  public Optional<Score> recommended() {
    return strategies.stream().filter(one -> one.suffices() && !one.ruledOut()).findFirst();
  }
}
