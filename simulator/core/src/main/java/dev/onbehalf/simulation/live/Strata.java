package dev.onbehalf.simulation.live;

import dev.onbehalf.simulation.score.BitMatrix;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.RequestClasses;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.score.TruthTable.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Sorts the cells of the table by kind: the length of the path, the truth, whether the class is
 * mixed, and whether a cheating caller escapes. Keeps some cells of each kind, chosen at random.
 */
final class Strata {
  private final TruthTable truth;
  private final ExactScore score;
  private final Random random;
  private final Map<String, Reservoir> strata = new TreeMap<>();

  Strata(TruthTable truth, ExactScore score, Random random) {
    this.truth = truth;
    this.score = score;
    this.random = random;
  }

  /** Some cells of every kind, half of the limit together at most. */
  Collection<List<Cell>> cells(int limit) {
    for (int row = 0; row < truth.classes().rows(); row++) {
      for (int word = 0; word < truth.permitted().wordsPerRow(); word++) {
        sort(row, word);
      }
    }
    int share = Math.max(1, limit / 2 / strata.size());
    return strata.values().stream().map(reservoir -> reservoir.first(share)).toList();
  }

  private void sort(int row, int word) {
    RequestClasses classes = truth.classes();
    int length = classes.paths().representative(classes.path(row)).size();
    long mixed = score.contested(row, word);
    long leaked = score.leaked().word(row, word);
    long permitted = truth.permitted().word(row, word);
    long denied = truth.denied().word(row, word);
    long escaping = score.masquerade().escaping(row, word);
    keep(length + " permitted mixed", row, word, permitted & mixed);
    keep(length + " permitted", row, word, permitted & ~mixed);
    keep(length + " denied mixed", row, word, leaked);
    keep(length + " denied", row, word, denied & ~leaked & ~escaping);
    keep(length + " escaping", row, word, escaping);
    keep(length + " unspecified", row, word, classes.existing(row, word) & ~permitted & ~denied);
  }

  private void keep(String kind, int row, int word, long bits) {
    if (bits != 0) {
      Cell cell = new Cell(row, BitMatrix.pick(word, bits, random));
      strata.computeIfAbsent(kind, any -> new Reservoir()).offer(cell);
    }
  }

  /** A uniform sample of a stream (Vitter, algorithm R). */
  private final class Reservoir {
    private static final int CAPACITY = 1_000;

    private final List<Cell> kept = new ArrayList<>();
    private int offered;

    void offer(Cell cell) {
      offered++;
      if (kept.size() < CAPACITY) {
        kept.add(cell);
      } else {
        int place = random.nextInt(offered);
        if (place < CAPACITY) {
          kept.set(place, cell);
        }
      }
    }

    List<Cell> first(int share) {
      return kept.subList(0, Math.min(share, kept.size()));
    }
  }
}
