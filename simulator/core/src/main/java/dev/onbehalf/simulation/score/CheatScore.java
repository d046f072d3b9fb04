package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * What cheating callers can do: a denied request escapes when its caller can give it a route on
 * which every point sees the evidence of a permitted one, and those are usurped.
 */
public final class CheatScore {
  private final RequestClasses requests;
  private final EvidenceClasses evidence;
  private final BitMatrix escaping;
  private final List<BitMatrix> usurped = new ArrayList<>();

  CheatScore(TruthTable truth, Admission admission) {
    evidence = admission.evidence();
    requests = truth.classes();
    escaping = new BitMatrix(requests.rows(), requests.columns());
    for (int point = 0; point < evidence.points(); point++) {
      usurped.add(new BitMatrix(evidence.size(point), requests.columns()));
    }
    for (int row = 0; row < requests.rows(); row++) {
      for (ClassRoute route : evidence.masquerades(row)) {
        for (int word = 0; word < escaping.wordsPerRow(); word++) {
          mark(row, word, route, truth.denied().word(row, word) & admission.passable(route, word));
        }
      }
    }
  }

  private void mark(int row, int word, ClassRoute route, long bits) {
    escaping.or(row, word, bits);
    for (ClassRoute.Stop stop : route.stops()) {
      usurped.get(stop.point()).or(stop.evidenceClass(), word, bits);
    }
  }

  /** The denied requests of the row that can be presented as permitted ones. */
  public long escaping(int row, int word) {
    return escaping.word(row, word);
  }

  /** The targets for which a denied request can be presented as one of the row's, at some point. */
  long usurped(int row, int word) {
    long bits = 0;
    for (int point = 0; point < usurped.size(); point++) {
      int evidenceClass = evidence.classOf(point, row);
      if (evidenceClass != EvidenceClasses.NOT_PASSED) {
        bits |= usurped.get(point).word(evidenceClass, word);
      }
    }
    return bits;
  }

  /** Whether the caller of the denied request can present it as a permitted one. */
  public boolean escapes(Request request) {
    return escaping.get(requests.rowOf(request), requests.columnOf(request));
  }
}
