package dev.onbehalf.reports.html;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.reports.words.Pattern;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PointFacts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorkloadCost;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Strategies that fare alike: what they enforce, and what each of them shows and takes. */
public record PatternCard(
    Matrix.Column column, List<Line> lines, List<PolicyFacts> shortfalls, List<String> lost) {
  static List<PatternCard> of(SimulationResult result) {
    return Pattern.of(result).stream()
        .map(pattern -> of(result, Matrix.Column.of(result, pattern)))
        .toList();
  }

  private static PatternCard of(SimulationResult result, Matrix.Column column) {
    Pattern pattern = column.pattern();
    return new PatternCard(
        column,
        pattern.strategies().stream().map(Line::of).toList(),
        pattern.shortfalls(result),
        wrong(pattern));
  }

  /** The wrong answers that the best policy engine gives, and how many policies cheats undo. */
  private static List<String> wrong(Pattern pattern) {
    StrategyResult shown = pattern.shown();
    return List.of(
        Long.toString(shown.requests().denyBiasedWronglyDenied()),
        Long.toString(shown.requests().permitBiasedWronglyPermitted()),
        Long.toString(shown.enforced() - shown.withstands()));
  }

  /** How much is enforced. */
  public String score() {
    return StrategyWords.score(column.pattern().shown());
  }

  /** Whether some answer is wrong, or some cheat succeeds. */
  public boolean isWrong() {
    return lost.stream().anyMatch(count -> !count.equals("0"));
  }

  /**
   * One of the strategies.
   *
   * @param sees what each point sees of a call through agents
   * @param takes the machinery
   * @param numbers what it costs, in the order of {@link #NUMBERS}
   */
  public record Line(StrategyResult strategy, String sees, String takes, List<String> numbers) {
    static Line of(StrategyResult strategy) {
      return new Line(strategy, sees(strategy), takes(strategy), costs(strategy));
    }

    private static String takes(StrategyResult strategy) {
      return strategy.machinery().isEmpty()
          ? "nothing new"
          : strategy.machinery().stream().map(Machinery::word).collect(Collectors.joining(", "));
    }

    private static String sees(StrategyResult strategy) {
      return strategy.points().stream()
          .map(point -> StrategyWords.decidesElsewhere(strategy) ? at(point) : seen(point))
          .collect(Collectors.joining("; "));
    }

    private static String at(PointFacts point) {
      return point.point().word() + ": " + seen(point);
    }

    private static String seen(PointFacts point) {
      return point.via().isEmpty() ? "nothing" : String.join(", ", point.via());
    }
  }

  /** What the numbers of a strategy say. */
  static final List<String> NUMBERS =
      List.of(
          "Signatures",
          "Round trips",
          "Verifications",
          "Standing credentials",
          "Minted per 1,000",
          "Added ms, half the calls",
          "Added ms, 99%",
          "Seconds after revoking the user",
          "Seconds after revoking the agent");

  private static List<String> costs(StrategyResult strategy) {
    return List.of(
        Long.toString(strategy.cost().signatures()),
        Long.toString(strategy.cost().roundTrips()),
        Long.toString(strategy.cost().verifications()),
        StrategyWords.marked(strategy.cost().standing()),
        figure(strategy, cost -> Numbers.brief(cost.mintsPer1000Accesses())),
        figure(strategy, cost -> Numbers.latency(cost.addedLatencyMillis().p50(), cost)),
        figure(strategy, cost -> Numbers.latency(cost.addedLatencyMillis().p99(), cost)),
        figure(strategy, cost -> Numbers.outliving(cost.secondsAfterRevocation().user())),
        figure(strategy, cost -> Numbers.outliving(cost.secondsAfterRevocation().agent())));
  }

  private static String figure(StrategyResult strategy, Function<WorkloadCost, String> words) {
    Optional<WorkloadCost> workload = strategy.cost().workload();
    return workload.map(words).orElse(Numbers.UNKNOWN);
  }
}
