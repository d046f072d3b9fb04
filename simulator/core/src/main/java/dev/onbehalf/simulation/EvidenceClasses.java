package dev.onbehalf.simulation;

import dev.onbehalf.authz.Proof;
import dev.onbehalf.scenario.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The rows of the table sorted by the verified evidence that they show under one strategy. */
final class EvidenceClasses {
  private final RequestClasses requests;
  private final int[] classOf;
  private final Map<SortedMap<String, String>, Integer> classes = new HashMap<>();
  private final List<SortedMap<String, String>> evidence = new ArrayList<>();
  private final Map<Integer, List<EvidenceShape>> cheats;

  /**
   * Sorts the rows.
   *
   * @param cheats what an agent can show instead of the honest evidence, by length of the path
   */
  EvidenceClasses(RequestClasses requests, Proof proof, Map<Integer, List<EvidenceShape>> cheats) {
    this.requests = requests;
    this.cheats = cheats;
    classOf = new int[requests.rows()];
    for (int row = 0; row < classOf.length; row++) {
      classOf[row] = classOf(proof.atResource().shownBy(requests.representative(row, 0)));
    }
  }

  private int classOf(SortedMap<String, String> shown) {
    Integer known = classes.putIfAbsent(shown, evidence.size());
    if (known == null) {
      evidence.add(shown);
      return evidence.size() - 1;
    }
    return known;
  }

  int size() {
    return evidence.size();
  }

  int classOf(int row) {
    return classOf[row];
  }

  SortedMap<String, String> evidence(int evidenceClass) {
    return evidence.get(evidenceClass);
  }

  /**
   * The classes, other than its own, that the agent of the row's requests can pass itself off in.
   */
  List<Integer> masquerades(int row) {
    Request request = requests.representative(row, 0);
    return cheats.getOrDefault(request.via().size(), List.of()).stream()
        .map(shape -> classes.getOrDefault(shape.of(request.user(), request.via()), -1))
        .filter(other -> other >= 0 && other != classOf[row])
        .distinct()
        .toList();
  }

  /** The rows of each class, in order. */
  int[][] rowsOfClass() {
    int[] sizes = new int[size()];
    for (int of : classOf) {
      sizes[of]++;
    }
    int[][] rows = new int[sizes.length][];
    Arrays.setAll(rows, of -> new int[sizes[of]]);
    for (int row = classOf.length - 1; row >= 0; row--) {
      rows[classOf[row]][--sizes[classOf[row]]] = row;
    }
    return rows;
  }
}
