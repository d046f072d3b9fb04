package dev.onbehalf.simulation.attack;

import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.score.Admission;
import dev.onbehalf.simulation.score.ClassRoute;
import dev.onbehalf.simulation.score.EvidenceClasses;
import dev.onbehalf.simulation.score.RequestClasses;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of a table in which one can tell who is who, and all routes that their calls take. */
final class Calls {
  private final TruthTable truth;
  private final RequestClasses requests;
  private final EvidenceClasses evidence;
  private final Admission admission;
  private final AttackShapes shapes;
  private final List<List<ClassRoute>> routes = new ArrayList<>();
  private final List<Request> representatives = new ArrayList<>();

  Calls(TruthTable truth, EvidenceClasses evidence, AttackShapes shapes) {
    this.truth = truth;
    this.evidence = evidence;
    this.shapes = shapes;
    requests = truth.classes();
    admission = new Admission(truth, evidence);
    for (int row = 0; row < requests.rows(); row++) {
      representatives.add(requests.representative(row, 0));
      routes.add(
          exists(row)
              ? Stream.concat(honest(row).stream(), evidence.masquerades(row).stream()).toList()
              : List.of());
    }
  }

  TruthTable truth() {
    return truth;
  }

  RequestClasses requests() {
    return requests;
  }

  EvidenceClasses evidence() {
    return evidence;
  }

  Admission admission() {
    return admission;
  }

  List<AttackShapes.Secret> secrets() {
    return shapes.secrets();
  }

  /** How many words of bits a row has. */
  int words() {
    return truth.permitted().wordsPerRow();
  }

  /** A request of the row. */
  Request request(int row) {
    return representatives.get(row);
  }

  private boolean exists(int row) {
    return requests.weight(row) > 0;
  }

  /** All rows that stand for requests. */
  IntStream all() {
    return IntStream.range(0, requests.rows()).filter(this::exists);
  }

  /** The rows of requests through agents. */
  IntStream throughAgents() {
    return all().filter(row -> !request(row).isDirect());
  }

  /** Those of them that are made for a user. */
  IntStream forUsers() {
    return throughAgents().filter(row -> !requests.isForNobody(row));
  }

  /** The honest route; none where it shows nothing. */
  List<ClassRoute> honest(int row) {
    return evidence.showsNothing(row) ? List.of() : List.of(evidence.honest(row));
  }

  /** The routes of the row's callers, honest and cheating. */
  List<ClassRoute> routes(int row) {
    return routes.get(row);
  }

  /** What the row's callers can do. */
  AttackShapes.Caller caller(int row) {
    return shapes.caller(RouteShape.pattern(request(row)));
  }

  /** The targets of permitted requests of the row that get as far as the resource. */
  long made(int row, int word) {
    return evidence.showsNothing(row) ? 0 : truth.permitted().word(row, word);
  }

  /** The routes that are open while the user isn't logged in, to whoever shares a machine. */
  List<ClassRoute> unattendedRoutes(int row) {
    return requests
        .sharing(row)
        .filter(this::isServedUnattended)
        .boxed()
        .flatMap(this::ownRoutes)
        .toList();
  }

  private boolean isServedUnattended(int holder) {
    return !request(holder).isDirect() && caller(holder).unattended();
  }

  private Stream<ClassRoute> ownRoutes(int holder) {
    return caller(holder).ways().stream()
        .flatMap(way -> evidence.routes(way.shape(), holder).stream());
  }

  /** The targets that are permitted or denied, and that some of the row's routes pass for. */
  long reached(List<ClassRoute> routes, int row, int word) {
    long reached = 0;
    for (ClassRoute route : routes) {
      reached |= admission.passable(route, word);
    }
    return reached & specified(row, word);
  }

  /** Those of them for which some route passes without doubt. */
  long surelyReached(List<ClassRoute> routes, int row, int word) {
    long reached = 0;
    for (ClassRoute route : routes) {
      reached |= admission.sure(route, word);
    }
    return reached & specified(row, word);
  }

  private long specified(int row, int word) {
    return truth.permitted().word(row, word) | truth.denied().word(row, word);
  }

  /** Whether the route passes for anything. */
  boolean passes(ClassRoute route) {
    for (int word = 0; word < words(); word++) {
      if (admission.passable(route, word) != 0) {
        return true;
      }
    }
    return false;
  }

  /** How many requests the targets of a row stand for. */
  long weigh(int row, int word, long bits) {
    return bits == 0 ? 0 : requests.weight(row) * requests.weigh(word, bits);
  }
}
