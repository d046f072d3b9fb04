package dev.onbehalf.reports.exchange;

import dev.onbehalf.reports.words.AttackWords;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Strategies with what happens under each when something goes wrong, in Markdown. */
public final class AttackTable {
  private AttackTable() {}

  /** The table of one scenario, a row for each strategy. */
  public static String render(SimulationResult result) {
    return Markdown.table(
            Stream.concat(Stream.of("Strategy"), AttackWords.QUESTIONS.stream()).toList(),
            result.strategies().stream().map(AttackTable::row))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> row(StrategyResult strategy) {
    return Stream.concat(
            Stream.of("`" + Markdown.escaped(strategy.name()) + "`"),
            AttackWords.answers(strategy).stream().map(answer -> Markdown.escaped(answer.words())))
        .toList();
  }
}
