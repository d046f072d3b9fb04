package dev.onbehalf.reports.exchange;

import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorkloadCost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Strategies against scenarios, in Markdown: first what they enforce, then what they cost. */
public final class ComparisonTable {
  private static final String NOT_RUN = "–";

  private final List<SimulationResult> results;

  private ComparisonTable(List<SimulationResult> results) {
    this.results = List.copyOf(results);
  }

  /** What each strategy enforces; strategies in the order of cost of the first scenario. */
  public static String enforced(List<SimulationResult> results) {
    ComparisonTable table = new ComparisonTable(results);
    return "Policies enforced, even if agents cheat; bold is the recommended strategy:\n\n"
        + table.rows(
            "Strategy | Decided at", "--- | ---", table::placed, ComparisonTable::enforced);
  }

  /** What each strategy costs, in the same order. */
  public static String costs(List<SimulationResult> results) {
    return "Tokens minted per 1,000 accesses, and standing credentials:\n\n"
        + new ComparisonTable(results)
            .rows("Strategy", "---", ComparisonTable::named, ComparisonTable::cost);
  }

  private String rows(
      String corner,
      String rule,
      UnaryOperator<String> first,
      BiFunction<SimulationResult, StrategyResult, String> cell) {
    Stream<String> head =
        Stream.of(
            row(corner, results.stream().map(result -> text(result.scenario().name()))),
            row(rule, results.stream().map(result -> "---")));
    Stream<String> body =
        strategies().stream()
            .map(name -> row(first.apply(name), results.stream().map(r -> cell(r, name, cell))));
    return Stream.concat(head, body).map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String named(String strategy) {
    return "`" + text(strategy) + "`";
  }

  private String placed(String strategy) {
    String points =
        results.stream()
            .flatMap(result -> result.strategies().stream())
            .filter(run -> run.name().equals(strategy))
            .map(StrategyWords::points)
            .findFirst()
            .orElse(NOT_RUN);
    return named(strategy) + " | " + points;
  }

  private List<String> strategies() {
    return results.stream()
        .flatMap(result -> result.strategies().stream())
        .map(StrategyResult::name)
        .distinct()
        .toList();
  }

  private static String cell(
      SimulationResult result,
      String name,
      BiFunction<SimulationResult, StrategyResult, String> cell) {
    return result.strategies().stream()
        .filter(strategy -> strategy.name().equals(name))
        .findFirst()
        .map(strategy -> cell.apply(result, strategy))
        .orElse(NOT_RUN);
  }

  private static String enforced(SimulationResult result, StrategyResult strategy) {
    String score = StrategyWords.score(strategy);
    return result.recommends(strategy) ? "**" + score + "**" : score;
  }

  private static String cost(SimulationResult result, StrategyResult strategy) {
    String mints =
        strategy
            .cost()
            .workload()
            .map(WorkloadCost::mintsPer1000Accesses)
            .map(ComparisonTable::number)
            .orElse(NOT_RUN);
    return mints + " · " + StrategyWords.marked(strategy.cost().standing());
  }

  private static String number(double number) {
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(2)).stripTrailingZeros();
    return rounded.toPlainString();
  }

  private static String row(String first, Stream<String> cells) {
    return Stream.concat(Stream.of(first), cells).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String text(String text) {
    return MarkdownText.escaped(text);
  }
}
