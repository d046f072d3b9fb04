package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.ArrayList;
import java.util.List;

/** Policies against strategies: the table that the first screen is about. */
final class Matrix {
  private Matrix() {}

  static List<Row> rows(SimulationResult result) {
    List<Row> rows = new ArrayList<>();
    for (PolicyFacts policy : result.policies()) {
      int number = rows.size() + 1;
      List<Cell> cells =
          result.strategies().stream()
              .map(strategy -> cell(result, policy, number, strategy))
              .toList();
      rows.add(new Row(policy, Anchors.policy(number), cells));
    }
    return rows;
  }

  private static Cell cell(
      SimulationResult result, PolicyFacts policy, int number, StrategyResult strategy) {
    String evidence = Anchors.evidence(number, Anchors.strategy(result.strategies(), strategy));
    return new Cell(strategy.name(), strategy.outcome(policy), evidence);
  }

  /** A policy under every strategy. */
  public record Row(PolicyFacts policy, String anchor, List<Cell> cells) {
    /** Whether some strategy falls short of the policy. */
    public boolean failed() {
      return cells.stream().anyMatch(cell -> cell.outcome().failed());
    }
  }

  /**
   * A policy under one strategy.
   *
   * @param evidence where the proof stands when the strategy falls short
   */
  public record Cell(String strategy, Outcome outcome, String evidence) {
    /** A sign for those who see it; never without words. */
    public String sign() {
      return OutcomeWords.sign(outcome);
    }

    /** The outcome in a word or two. */
    public String brief() {
      return OutcomeWords.brief(outcome);
    }

    /** The outcome in words. */
    public String words() {
      return OutcomeWords.words(outcome);
    }

    /** Whether the policy is enforced only while callers are honest. */
    public boolean ifHonest() {
      return outcome == Outcome.HONEST_ONLY;
    }

    /** The word for the outcome in the style sheet; empty for none. */
    public String style() {
      return switch (outcome) {
        case NOT_ENFORCED -> "no";
        case HONEST_ONLY -> "honest";
        case ENFORCED -> "yes";
        case VACUOUS -> "";
      };
    }
  }
}
