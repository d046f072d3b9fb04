package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.score.TruthTable.Cell;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Some rows of the table put together by what they share, with what is permitted in each group. */
final class RowGroups {
  private final TruthTable truth;
  private final IntPredicate counted;
  private final IntUnaryOperator groupOf;
  private final BitMatrix permitted;

  RowGroups(TruthTable truth, int groups, IntPredicate counted, IntUnaryOperator groupOf) {
    this.truth = truth;
    this.counted = counted;
    this.groupOf = groupOf;
    permitted = new BitMatrix(groups, truth.classes().columns());
    rows().forEach(this::add);
  }

  private IntStream rows() {
    return IntStream.range(0, truth.classes().rows()).filter(counted);
  }

  private void add(int row) {
    for (int word = 0; word < permitted.wordsPerRow(); word++) {
      permitted.or(groupOf.applyAsInt(row), word, truth.permitted().word(row, word));
    }
  }

  /** What some row of this row's group is permitted, as a word of bits. */
  long permitted(int row, int word) {
    return permitted.word(groupOf.applyAsInt(row), word);
  }

  /** The first cell in the group of this one that is permitted; there must be one. */
  Cell permittedLike(Cell cell) {
    int group = groupOf.applyAsInt(cell.row());
    return rows()
        .filter(row -> groupOf.applyAsInt(row) == group)
        .filter(row -> truth.permitted().get(row, cell.column()))
        .mapToObj(row -> new Cell(row, cell.column()))
        .findFirst()
        .orElseThrow();
  }
}
