package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.AttackWords;
import dev.onbehalf.reports.words.AttackWords.Answer;
import dev.onbehalf.reports.words.AttackWords.Lost;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happens when, for a reader of the page.
 *
 * @param first the recommended strategy and the cheapest two others
 * @param all every strategy, in the order of cost
 * @param rows the questions with the answers of the first
 * @param lost what no strategy wins
 */
public record AttackView(List<Column> first, List<Column> all, List<Row> rows, List<Lost> lost) {
  private static final int OTHERS = 2;

  public AttackView {
    first = List.copyOf(first);
    all = List.copyOf(all);
    rows = List.copyOf(rows);
    lost = List.copyOf(lost);
  }

  /** A strategy with its answers. */
  public record Column(String name, boolean recommended, List<Answer> answers) {
    public Column {
      answers = List.copyOf(answers);
    }
  }

  /** A question with the answers of some strategies. */
  public record Row(String question, List<Answer> answers) {
    public Row {
      answers = List.copyOf(answers);
    }
  }

  /** The view; none if nothing is known of attacks. */
  static List<AttackView> of(SimulationResult result) {
    List<Column> all =
        result.strategies().stream()
            .filter(strategy -> strategy.attacks().isPresent())
            .map(strategy -> column(result, strategy))
            .toList();
    return all.isEmpty() ? List.of() : List.of(of(result, all));
  }

  private static Column column(SimulationResult result, StrategyResult strategy) {
    return new Column(strategy.name(), result.recommends(strategy), AttackWords.answers(strategy));
  }

  private static AttackView of(SimulationResult result, List<Column> all) {
    List<Column> first =
        Stream.concat(
                all.stream().filter(Column::recommended),
                all.stream().filter(column -> !column.recommended()).limit(OTHERS))
            .toList();
    return new AttackView(
        first,
        all,
        IntStream.range(0, AttackWords.QUESTIONS.size())
            .mapToObj(
                i ->
                    new Row(
                        AttackWords.QUESTIONS.get(i),
                        first.stream().map(column -> column.answers().get(i)).toList()))
            .toList(),
        AttackWords.lost(result));
  }
}
