package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.result.Doors;
import dev.onbehalf.simulation.result.Need;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Counts the addresses, each with a list of users and a list of paths, that a resource would have
 * to be split into: the fewest rectangles that cover what is permitted and nothing that is denied.
 */
final class DoorCounter {
  private final TruthTable truth;
  private final Knowledge knowledge;
  private final RequestClasses requests;

  DoorCounter(TruthTable truth, Knowledge knowledge) {
    this.truth = truth;
    this.knowledge = knowledge;
    requests = truth.classes();
  }

  /**
   * The doors for one class of targets. What both lists know of the context splits the table into
   * blocks, of which each door takes a rectangle each; so the largest number of a block counts.
   */
  Doors count(int column, Need needs) {
    if (needs.compareTo(Need.USER) <= 0 || needs == Need.TWO_CHECKS) {
      int any = isPermittedToAny(column) ? 1 : 0;
      return new Doors(any, any);
    }
    return blocks(column).values().stream()
        .map(DoorCounter::doors)
        .reduce(new Doors(0, 0), DoorCounter::larger);
  }

  private static Doors larger(Doors one, Doors other) {
    return new Doors(
        Math.max(one.atLeast(), other.atLeast()), Math.max(one.atMost(), other.atMost()));
  }

  private boolean isPermittedToAny(int column) {
    return IntStream.range(0, requests.rows()).anyMatch(row -> truth.permitted().get(row, column));
  }

  /** For each context that is known wherever it is checked the users against the paths. */
  private Map<Integer, Map<Integer, Line>> blocks(int column) {
    Map<Integer, Map<Integer, Line>> blocks = new TreeMap<>();
    for (int row = 0; row < requests.rows(); row++) {
      Line line =
          blocks
              .computeIfAbsent(knowledge.sharedContext(row), any -> new LinkedHashMap<>())
              .computeIfAbsent(requests.user(row), any -> Line.empty());
      line.permitted().set(knowledge.ofPath(row), truth.permitted().get(row, column));
      line.denied().set(knowledge.ofPath(row), truth.denied().get(row, column));
    }
    return blocks;
  }

  private static Doors doors(Map<Integer, Line> block) {
    List<Line> rows = distinct(List.copyOf(block.values()));
    List<Line> columns = distinct(transposed(rows));
    return new RectangleCover(transposed(columns), columns.size()).doors();
  }

  /** The lines in which anything is permitted, equal ones once. */
  private static List<Line> distinct(List<Line> lines) {
    return List.copyOf(
        new LinkedHashSet<>(lines.stream().filter(line -> !line.permitted().isEmpty()).toList()));
  }

  private static List<Line> transposed(List<Line> lines) {
    int length =
        lines.stream()
            .mapToInt(line -> Math.max(line.permitted().length(), line.denied().length()))
            .max()
            .orElse(0);
    List<Line> transposed = new ArrayList<>();
    for (int place = 0; place < length; place++) {
      Line across = Line.empty();
      for (int i = 0; i < lines.size(); i++) {
        across.permitted().set(i, lines.get(i).permitted().get(place));
        across.denied().set(i, lines.get(i).denied().get(place));
      }
      transposed.add(across);
    }
    return transposed;
  }

  /** What is permitted and what is denied of a row or a column; the rest is unspecified. */
  record Line(BitSet permitted, BitSet denied) {
    static Line empty() {
      return new Line(new BitSet(), new BitSet());
    }
  }
}
