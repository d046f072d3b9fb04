package dev.onbehalf.simulation;

import dev.onbehalf.simulation.SimulationResult.RequestCounts;
import java.util.HashMap;
import java.util.Map;

/** Counts permitted and denied requests, class by class and target by target. */
final class MixedClasses {
  private final RequestClasses requests;
  private final int columns;
  private final Map<Integer, long[]> permitted = new HashMap<>();
  private final Map<Integer, long[]> denied = new HashMap<>();

  MixedClasses(RequestClasses requests, int wordsPerRow) {
    this.requests = requests;
    this.columns = wordsPerRow * Long.SIZE;
  }

  void add(int evidenceClass, int row, int word, long permittedBits, long deniedBits) {
    add(permitted, evidenceClass, row, word, permittedBits);
    add(denied, evidenceClass, row, word, deniedBits);
  }

  private void add(Map<Integer, long[]> counts, int evidenceClass, int row, int word, long bits) {
    long[] ofClass = counts.computeIfAbsent(evidenceClass, any -> new long[columns]);
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      int column = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
      ofClass[column] += requests.weight(row) * requests.targets().weight(column);
    }
  }

  RequestCounts counts() {
    long wronglyDenied = 0;
    long wronglyPermitted = 0;
    long fewestWrong = 0;
    for (Map.Entry<Integer, long[]> entry : permitted.entrySet()) {
      long[] deniedOfClass = denied.getOrDefault(entry.getKey(), new long[columns]);
      for (int column = 0; column < columns; column++) {
        wronglyDenied += entry.getValue()[column];
        wronglyPermitted += deniedOfClass[column];
        fewestWrong += Math.min(entry.getValue()[column], deniedOfClass[column]);
      }
    }
    return new RequestCounts(
        requests.size(),
        wronglyDenied + wronglyPermitted,
        wronglyDenied,
        wronglyPermitted,
        fewestWrong);
  }
}
