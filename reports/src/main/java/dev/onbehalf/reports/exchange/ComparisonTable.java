package dev.onbehalf.reports.exchange;

import static dev.onbehalf.reports.exchange.Markdown.escaped;

import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorkloadCost;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Strategies against scenarios, in Markdown: first what they enforce, then what they cost. */
public final class ComparisonTable {
  private static final String NOT_RUN = Numbers.UNKNOWN;

  private final List<SimulationResult> results;

  private ComparisonTable(List<SimulationResult> results) {
    this.results = List.copyOf(results);
  }

  /** What each strategy enforces; strategies in the order of cost of the first scenario. */
  public static String enforced(List<SimulationResult> results) {
    ComparisonTable table = new ComparisonTable(results);
    return "Policies enforced, even if callers cheat; bold is the recommended strategy:\n\n"
        + table.rows(
            List.of("Strategy", "Decided at"),
            name -> List.of(named(name), table.points(name)),
            ComparisonTable::enforced);
  }

  /** What each strategy costs, in the same order. */
  public static String costs(List<SimulationResult> results) {
    return "Tokens minted per 1,000 accesses, and standing credentials:\n\n"
        + new ComparisonTable(results)
            .rows(List.of("Strategy"), name -> List.of(named(name)), ComparisonTable::cost);
  }

  private String rows(
      List<String> corner,
      Function<String, List<String>> first,
      BiFunction<SimulationResult, StrategyResult, String> cell) {
    return Markdown.table(
            row(corner, result -> escaped(result.scenario().name())),
            strategies().stream().map(name -> row(first.apply(name), r -> cell(r, name, cell))))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String named(String strategy) {
    return "`" + escaped(strategy) + "`";
  }

  private String points(String strategy) {
    return results.stream()
        .flatMap(result -> result.strategy(strategy).stream())
        .map(StrategyWords::points)
        .findFirst()
        .orElse(NOT_RUN);
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
    return result.strategy(name).map(strategy -> cell.apply(result, strategy)).orElse(NOT_RUN);
  }

  private static String enforced(SimulationResult result, StrategyResult strategy) {
    String score = StrategyWords.score(strategy);
    return result.recommends(strategy) ? "**" + score + "**" : score;
  }

  private static String cost(SimulationResult result, StrategyResult strategy) {
    String minted =
        strategy
            .cost()
            .workload()
            .map(WorkloadCost::mintsPer1000Accesses)
            .map(mints -> Numbers.digits(mints, 2))
            .orElse(NOT_RUN);
    return minted + " · " + StrategyWords.marked(strategy.cost().standing());
  }

  private List<String> row(List<String> first, Function<SimulationResult, String> cell) {
    return Stream.concat(first.stream(), results.stream().map(cell)).toList();
  }
}
