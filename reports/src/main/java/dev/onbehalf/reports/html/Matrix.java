package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.reports.words.Pattern;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Policies against strategies, one column for those that fare alike.
 *
 * @param rows those that are seen at once: of many, the ones that some strategy falls short of
 * @param rest the others
 */
public record Matrix(List<Column> columns, List<Row> rows, List<Row> rest) {
  private static final int FEW = 12;
  private static final int MOST = 40;

  static Matrix of(SimulationResult result) {
    List<Column> columns =
        Pattern.inShort(result).stream().map(pattern -> Column.of(result, pattern)).toList();
    List<Row> all = new ArrayList<>();
    for (PolicyFacts policy : result.policies()) {
      all.add(new Row(policy, "policy-" + (all.size() + 1), cells(policy, columns)));
    }
    List<Row> first =
        all.size() <= FEW ? all : all.stream().filter(Row::failed).limit(MOST).toList();
    return new Matrix(columns, first, all.stream().filter(row -> !first.contains(row)).toList());
  }

  private static List<Cell> cells(PolicyFacts policy, List<Column> columns) {
    return columns.stream()
        .map(column -> new Cell(column, column.pattern().outcome(policy)))
        .toList();
  }

  /** Whether some strategy enforces more as long as callers are honest. */
  public boolean tellsHonest() {
    return columns.stream().anyMatch(Column::enforcesMoreIfHonest);
  }

  /**
   * Strategies that fare alike.
   *
   * @param card the card that tells more of them
   * @param proof where the proof stands when they fall short
   */
  public record Column(Pattern pattern, String card, String proof) {
    static Column of(SimulationResult result, Pattern pattern) {
      String name = Anchors.strategy(result.strategies(), pattern.shown());
      return new Column(pattern, "use-" + name, "proof-" + name);
    }

    /** Whether more is enforced as long as callers are honest. */
    public boolean enforcesMoreIfHonest() {
      return pattern.shown().withstands() < pattern.shown().enforced();
    }

    /** The names of all of them. */
    public List<String> names() {
      return Stream.concat(Stream.of(pattern.shown().name()), pattern.otherNames().stream())
          .toList();
    }
  }

  /** A policy under every pattern. */
  public record Row(PolicyFacts policy, String anchor, List<Cell> cells) {
    /** Whether some strategy falls short of the policy. */
    public boolean failed() {
      return cells.stream().anyMatch(cell -> cell.outcome().failed());
    }
  }

  /** A policy under one pattern. */
  public record Cell(Column column, Outcome outcome) {
    /** A sign for those who see it; never without words. */
    public String sign() {
      return OutcomeWords.sign(outcome);
    }

    /** The outcome in a word or two. */
    public String brief() {
      return OutcomeWords.brief(outcome);
    }

    /** The word for the outcome in the style sheet; empty for none. */
    public String style() {
      return Matrix.style(outcome);
    }
  }

  static String style(Outcome outcome) {
    return switch (outcome) {
      case NOT_ENFORCED -> "no";
      case HONEST_ONLY -> "honest";
      case ENFORCED -> "yes";
      case VACUOUS -> "";
    };
  }
}
