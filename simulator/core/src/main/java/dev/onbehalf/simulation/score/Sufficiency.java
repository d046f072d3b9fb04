package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.score.TruthTable.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The claim that a need is enough: no denied request has a permitted one in each of its groups.
 * Checks that see nothing but the group, one for each grouping, enforce exactly what satisfies it.
 */
final class Sufficiency {
  private static final int NO_ROW = -1;

  private final Need need;
  private final TruthTable truth;
  private final List<RowGroups> groupings;
  private final int[] refutingRows;

  /** The claim for every class of targets at once, about the rows that are counted. */
  Sufficiency(Need need, TruthTable truth, IntPredicate counted, RowGroups... groupings) {
    this.need = need;
    this.truth = truth;
    this.groupings = List.of(groupings);
    refutingRows = new int[truth.classes().columns()];
    Arrays.fill(refutingRows, NO_ROW);
    for (int row = 0; row < truth.classes().rows(); row++) {
      if (counted.test(row)) {
        note(row);
      }
    }
  }

  private void note(int row) {
    for (int word = 0; word < truth.denied().wordsPerRow(); word++) {
      BitMatrix.forEach(word, refuting(row, word), column -> note(row, column));
    }
  }

  private void note(int row, int column) {
    if (refutingRows[column] == NO_ROW) {
      refutingRows[column] = row;
    }
  }

  private long refuting(int row, int word) {
    long bits = truth.denied().word(row, word);
    for (RowGroups grouping : groupings) {
      bits &= grouping.permitted(row, word);
    }
    return bits;
  }

  Need need() {
    return need;
  }

  /** The first denied cell of the column that refutes the claim. */
  Optional<Cell> refutation(int column) {
    return refutingRows[column] == NO_ROW
        ? Optional.empty()
        : Optional.of(new Cell(refutingRows[column], column));
  }

  /** The permitted cells that refute the claim together with the denied one. */
  List<Cell> permittedBeside(Cell denied) {
    return groupings.stream().map(grouping -> grouping.permittedLike(denied)).toList();
  }
}
