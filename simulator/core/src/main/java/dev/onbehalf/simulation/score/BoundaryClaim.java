package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.result.Boundary.Claim;
import dev.onbehalf.simulation.score.TruthTable.Cell;
import java.util.List;
import java.util.Optional;

/**
 * The claim that no denied request has a permitted one in each of its groups. Checks that see
 * nothing but the group, one for each grouping, can enforce exactly what satisfies it.
 *
 * @param claim what is claimed
 */
record BoundaryClaim(Claim claim, TruthTable truth, List<RowGroups> groupings) {
  BoundaryClaim {
    groupings = List.copyOf(groupings);
  }

  /** The first denied cell, among the columns, that refutes the claim. */
  Optional<Cell> refutation(long[] columns) {
    for (int row = 0; row < truth.classes().rows(); row++) {
      for (int word = 0; word < columns.length; word++) {
        long bits = columns[word] == 0 ? 0 : columns[word] & refuting(row, word);
        if (bits != 0) {
          return Optional.of(new Cell(row, word * Long.SIZE + Long.numberOfTrailingZeros(bits)));
        }
      }
    }
    return Optional.empty();
  }

  private long refuting(int row, int word) {
    long bits = truth.denied().word(row, word);
    for (RowGroups grouping : groupings) {
      bits &= grouping.permitted(row, word);
    }
    return bits;
  }

  /** The permitted cells that refute the claim together with the denied one. */
  List<Cell> permittedBeside(Cell denied) {
    return groupings.stream().map(grouping -> grouping.permittedLike(denied)).toList();
  }
}
