package dev.onbehalf.simulation.score;

import dev.onbehalf.authz.Sight;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The rows of the table sorted by the evidence that they show at one point. */
final class PointClasses {
  private final Proof.Showing showing;
  private final int[] classOf;
  private final Map<SortedMap<String, String>, Integer> classes = new HashMap<>();
  private final List<SortedMap<String, String>> evidence = new ArrayList<>();

  PointClasses(RequestClasses requests, Proof.Showing showing) {
    this.showing = showing;
    classOf = new int[requests.rows()];
    for (int row = 0; row < classOf.length; row++) {
      Request request = requests.representative(row, 0);
      classOf[row] =
          showing.isPassedBy(request.user(), request.via())
              ? findOrAdd(Sight.of(showing, request).shown())
              : EvidenceClasses.NOT_PASSED;
    }
  }

  private int findOrAdd(SortedMap<String, String> shown) {
    Integer known = classes.putIfAbsent(shown, evidence.size());
    if (known == null) {
      evidence.add(shown);
      return evidence.size() - 1;
    }
    return known;
  }

  Point point() {
    return showing.point();
  }

  int size() {
    return evidence.size();
  }

  int classOf(int row) {
    return classOf[row];
  }

  /** The class that shows the evidence; {@link EvidenceClasses#NOT_PASSED} when none does. */
  int find(SortedMap<String, String> shown) {
    return classes.getOrDefault(shown, EvidenceClasses.NOT_PASSED);
  }

  SortedMap<String, String> evidence(int evidenceClass) {
    return evidence.get(evidenceClass);
  }

  /** The rows of each class, in order. */
  int[][] rowsOfClass() {
    int[] sizes = new int[size()];
    for (int of : classOf) {
      if (of != EvidenceClasses.NOT_PASSED) {
        sizes[of]++;
      }
    }
    int[][] rows = new int[sizes.length][];
    Arrays.setAll(rows, of -> new int[sizes[of]]);
    for (int row = classOf.length - 1; row >= 0; row--) {
      int of = classOf[row];
      if (of != EvidenceClasses.NOT_PASSED) {
        rows[of][--sizes[of]] = row;
      }
    }
    return rows;
  }
}
