package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import java.util.Arrays;

/**
 * Counts, target by target, leaked requests and the permitted ones that can't be told from them or
 * from strangers. Classes of several points that one leaked request goes through must be decided on
 * together, so they count as one: the fewest wrong answers of any engine are then at most those
 * given, and with one point exactly those.
 */
final class LeakedClasses {
  private final TruthTable truth;
  private final RequestClasses requests;
  private final ExactScore score;
  private final EvidenceClasses evidence;
  private final int[] offsets;
  private final int[] joined;
  private final long[] permitted;
  private final long[] leaked;
  private long wronglyDenied;
  private long wronglyPermitted;
  private long fewestWrong;

  LeakedClasses(TruthTable truth, ExactScore score) {
    this.truth = truth;
    this.score = score;
    requests = truth.classes();
    evidence = score.evidence();
    offsets = new int[evidence.points() + 1];
    for (int point = 0; point < evidence.points(); point++) {
      offsets[point + 1] = offsets[point] + evidence.size(point);
    }
    joined = new int[offsets[evidence.points()]];
    permitted = new long[joined.length];
    leaked = new long[joined.length];
  }

  RequestCounts counts() {
    if (evidence.points() == 1) {
      countByWords();
    } else {
      countByColumns();
    }
    return new RequestCounts(
        requests.size(),
        wronglyDenied + wronglyPermitted,
        wronglyDenied,
        wronglyPermitted,
        fewestWrong);
  }

  /** At one point no class is joined with another, so that many columns are counted at once. */
  private void countByWords() {
    int columns = Math.min(requests.columns(), Long.SIZE);
    long[] permittedOf = new long[evidence.size(0) * columns];
    long[] leakedOf = new long[permittedOf.length];
    for (int word = 0; word < truth.permitted().wordsPerRow(); word++) {
      Arrays.fill(permittedOf, 0);
      Arrays.fill(leakedOf, 0);
      for (int row = 0; row < requests.rows(); row++) {
        gather(row, word, columns, permittedOf, leakedOf);
      }
      for (int i = 0; i < leakedOf.length; i++) {
        if ((permittedOf[i] | leakedOf[i]) != 0) {
          long weight = requests.targets().weight(word * Long.SIZE + i % columns);
          wronglyDenied += permittedOf[i] * weight;
          wronglyPermitted += leakedOf[i] * weight;
          fewestWrong += Math.min(permittedOf[i], leakedOf[i]) * weight;
        }
      }
    }
  }

  private void gather(int row, int word, int columns, long[] permittedOf, long[] leakedOf) {
    long weight = requests.weight(row);
    long lost = truth.permitted().word(row, word) & score.contested(row, word);
    if (evidence.showsNothing(row)) {
      long denied = weight * requests.weigh(word, lost);
      wronglyDenied += denied;
      fewestWrong += denied;
      return;
    }
    int first = evidence.classOf(0, row) * columns;
    addTo(permittedOf, first, lost, weight);
    addTo(leakedOf, first, score.leaked().word(row, word), weight);
  }

  private static void addTo(long[] sums, int first, long bits, long weight) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      sums[first + Long.numberOfTrailingZeros(rest)] += weight;
    }
  }

  private void countByColumns() {
    for (int column = 0; column < requests.columns(); column++) {
      if (anyContested(column)) {
        count(column);
      }
    }
  }

  private boolean anyContested(int column) {
    for (int row = 0; row < requests.rows(); row++) {
      if (score.isContested(row, column)) {
        return true;
      }
    }
    return false;
  }

  private void count(int column) {
    for (int i = 0; i < joined.length; i++) {
      joined[i] = i;
    }
    Arrays.fill(permitted, 0);
    Arrays.fill(leaked, 0);
    for (int row = 0; row < requests.rows(); row++) {
      if (score.leaked().get(row, column)) {
        join(row);
      }
    }
    long weightOfColumn = requests.targets().weight(column);
    for (int row = 0; row < requests.rows(); row++) {
      count(row, column, requests.weight(row) * weightOfColumn);
    }
    for (int root = 0; root < joined.length; root++) {
      fewestWrong += Math.min(permitted[root], leaked[root]);
    }
  }

  private void join(int row) {
    int last = node(evidence.resource(), row);
    for (int point = 0; point < evidence.resource(); point++) {
      if (evidence.classOf(point, row) != EvidenceClasses.NOT_PASSED) {
        joined[root(node(point, row))] = root(last);
      }
    }
  }

  private int node(int point, int row) {
    return offsets[point] + evidence.classOf(point, row);
  }

  private int root(int node) {
    int root = node;
    while (joined[root] != root) {
      joined[root] = joined[joined[root]];
      root = joined[root];
    }
    return root;
  }

  private void count(int row, int column, long weight) {
    if (score.leaked().get(row, column)) {
      wronglyPermitted += weight;
      leaked[root(node(evidence.resource(), row))] += weight;
    } else if (truth.permitted().get(row, column) && score.isContested(row, column)) {
      wronglyDenied += weight;
      countPermitted(row, column, weight);
    }
  }

  /** Counts a permitted request once in every group of classes that it is seen in. */
  private void countPermitted(int row, int column, long weight) {
    if (evidence.showsNothing(row)) {
      fewestWrong += weight;
      return;
    }
    for (int point = 0; point < evidence.points(); point++) {
      if (score.isContested(point, row, column) && !isCountedBefore(point, row, column)) {
        permitted[root(node(point, row))] += weight;
      }
    }
  }

  private boolean isCountedBefore(int point, int row, int column) {
    for (int earlier = 0; earlier < point; earlier++) {
      if (score.isContested(earlier, row, column)
          && root(node(earlier, row)) == root(node(point, row))) {
        return true;
      }
    }
    return false;
  }
}
