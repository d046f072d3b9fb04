package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.Headline;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.SharedDesignWords;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.Map;

/** The page over several scenarios: scenarios against strategies, with links to their pages. */
public final class HtmlIndex {
  /** The file name of the index. */
  public static final String FILE_NAME = "index.html";

  private HtmlIndex() {}

  /** The page; the scenarios in the order given. */
  public static String render(List<SimulationResult> results) {
    List<String> strategies = strategies(results);
    List<Row> rows = results.stream().map(result -> row(result, strategies)).toList();
    return Templates.render(
        "index.ftlh",
        Map.of("strategies", strategies, "rows", rows, "design", SharedDesignWords.of(results)));
  }

  private static List<String> strategies(List<SimulationResult> results) {
    return results.stream()
        .flatMap(result -> result.strategies().stream())
        .map(StrategyResult::name)
        .distinct()
        .toList();
  }

  private static Row row(SimulationResult result, List<String> strategies) {
    List<Cell> cells = strategies.stream().map(name -> cell(result, name)).toList();
    return new Row(
        result,
        HtmlReport.fileName(result),
        Headline.of(result),
        ResultWords.words(result.verdict().onBehalfOf()),
        result.asExpected(),
        cells);
  }

  private static Cell cell(SimulationResult result, String name) {
    return result
        .strategy(name)
        .map(
            strategy ->
                new Cell(
                    true,
                    result.recommends(strategy),
                    strategy.suffices(),
                    withstood(strategy),
                    honest(strategy)))
        .orElse(new Cell(false, false, false, "", ""));
  }

  private static String withstood(StrategyResult strategy) {
    return Math.min(strategy.enforced(), strategy.withstands()) + " of " + strategy.of();
  }

  private static String honest(StrategyResult strategy) {
    return strategy.withstands() < strategy.enforced() ? String.valueOf(strategy.enforced()) : "";
  }

  /** A scenario. */
  public record Row(
      SimulationResult result,
      String href,
      Headline headline,
      String onBehalfOf,
      boolean asExpected,
      List<Cell> cells) {}

  /**
   * What a strategy does for a scenario.
   *
   * @param honest how many policies it enforces if callers are honest; empty when no more
   */
  public record Cell(
      boolean run, boolean recommended, boolean suffices, String score, String honest) {}
}
