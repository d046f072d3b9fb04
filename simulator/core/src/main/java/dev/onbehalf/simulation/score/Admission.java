package dev.onbehalf.simulation.score;

import java.util.ArrayList;
import java.util.List;

/** What the points let pass, each with the best engine, and what leaks through all of them. */
public final class Admission {
  private final EvidenceClasses evidence;
  private final List<PointScore> points = new ArrayList<>();
  private final BitMatrix leaked;

  public Admission(TruthTable truth, EvidenceClasses evidence) {
    this.evidence = evidence;
    RequestClasses requests = truth.classes();
    for (int point = 0; point < evidence.points(); point++) {
      points.add(new PointScore(truth, evidence, point));
    }
    leaked = new BitMatrix(requests.rows(), requests.columns());
    for (int row = 0; row < requests.rows(); row++) {
      for (int word = 0; word < leaked.wordsPerRow(); word++) {
        leaked.or(row, word, truth.denied().word(row, word) & passable(row, word));
      }
    }
    points.forEach(point -> point.gatherLeaked(leaked, requests.rows()));
  }

  public EvidenceClasses evidence() {
    return evidence;
  }

  List<PointScore> points() {
    return points;
  }

  /** The denied requests that no point can stop without stopping a permitted one. */
  BitMatrix leaked() {
    return leaked;
  }

  /** The targets for which every point lets the row's requests pass, when in doubt. */
  long passable(int row, int word) {
    long passable = evidence.showsNothing(row) ? 0 : -1L;
    for (PointScore point : points) {
      passable &= point.passable(row, word);
    }
    return passable;
  }

  /** The targets for which every point on the route lets it pass, when in doubt. */
  public long passable(ClassRoute route, int word) {
    long passable = -1L;
    for (ClassRoute.Stop stop : route.stops()) {
      passable &= points.get(stop.point()).permittedOfClass(stop.evidenceClass(), word);
    }
    return passable;
  }

  /** The targets for which the point lets the class pass, when in doubt; none if it is nobody's. */
  long passable(int point, int evidenceClass, int word) {
    return evidenceClass == EvidenceClasses.NOT_PASSED
        ? 0
        : points.get(point).permittedOfClass(evidenceClass, word);
  }

  /** The targets for which every point on the route lets it pass, and none is in doubt. */
  public long sure(ClassRoute route, int word) {
    return passable(route, word) & ~doubtful(route, word);
  }

  /** The targets for which some point on the route can't tell it from a leaked request. */
  public long doubtful(ClassRoute route, int word) {
    long doubtful = 0;
    for (ClassRoute.Stop stop : route.stops()) {
      doubtful |= points.get(stop.point()).leakedOfClass(stop.evidenceClass(), word);
    }
    return doubtful;
  }
}
