package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Doors;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.score.TruthTable.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds for each action on each resource the least that must be known to enforce its policies. */
public final class BoundaryFinder {
  /** From so many on only some needs are proved. */
  private static final int MANY_TARGETS = 200;

  private final Scenario scenario;
  private final RequestClasses requests;
  private final List<Sufficiency> claims;
  private final DoorCounter doors;

  public BoundaryFinder(Scenario scenario, TruthTable truth) {
    this.scenario = scenario;
    requests = truth.classes();
    Knowledge knowledge = new Knowledge(scenario, requests);
    claims = claims(truth, knowledge);
    doors = new DoorCounter(truth, knowledge);
  }

  /** For every need but the last that it is enough, in their order. */
  private static List<Sufficiency> claims(TruthTable truth, Knowledge knowledge) {
    IntPredicate everyRow = row -> true;
    IntPredicate behindAgents = knowledge::isBehindAgents;
    RowGroups all = new RowGroups(truth, 1, everyRow, row -> 0);
    RowGroups user = ofUser(truth, knowledge, everyRow);
    RowGroups path = new RowGroups(truth, knowledge.numberOfPaths(), everyRow, knowledge::ofPath);
    RowGroups userBehindAgents = ofUser(truth, knowledge, behindAgents);
    return List.of(
        new Sufficiency(Need.NONE, truth, everyRow, all),
        new Sufficiency(Need.USER, truth, everyRow, user),
        new Sufficiency(Need.PATH, truth, behindAgents, path),
        new Sufficiency(Need.TWO_CHECKS, truth, everyRow, user, path),
        new Sufficiency(Need.GATED, truth, behindAgents, userBehindAgents, path));
  }

  private static RowGroups ofUser(TruthTable truth, Knowledge knowledge, IntPredicate counted) {
    return new RowGroups(truth, knowledge.numberOfUsers(), counted, knowledge::ofUser);
  }

  /** What the target needs that needs most. */
  public Need highest() {
    return IntStream.range(0, requests.columns())
        .mapToObj(this::needs)
        .max(Comparator.naturalOrder())
        .orElse(Need.NONE);
  }

  /**
   * What every target needs, in the order of the file; of so many that nobody reads them all,
   * proved for the first of those that need the same.
   */
  public List<Boundary> boundaries() {
    List<Doors> doorsOf =
        IntStream.range(0, requests.columns())
            .mapToObj(column -> doors.count(column, needs(column)))
            .toList();
    List<Target> targets = scenario.targets();
    Set<List<Object>> proved = new HashSet<>();
    List<Boundary> boundaries = new ArrayList<>();
    for (Target target : targets) {
      int column = requests.targets().classOf(target);
      boolean first = proved.add(List.of(needs(column), doorsOf.get(column)));
      boolean few = targets.size() <= MANY_TARGETS;
      boundaries.add(boundary(target, column, doorsOf.get(column), few || first));
    }
    return boundaries;
  }

  private Boundary boundary(Target target, int column, Doors doorsOfTarget, boolean proved) {
    return new Boundary(
        target.resource(),
        target.action(),
        needs(column),
        proved ? proof(target, column) : List.of(),
        doorsOfTarget);
  }

  private Need needs(int column) {
    return claims.stream()
        .filter(claim -> claim.refutation(column).isEmpty())
        .map(Sufficiency::need)
        .findFirst()
        .orElse(Need.JOINT);
  }

  private List<Counterexample> proof(Target target, int column) {
    List<Counterexample> proof = new ArrayList<>();
    for (Sufficiency claim : claims) {
      Optional<Cell> denied = claim.refutation(column);
      if (denied.isEmpty()) {
        return proof;
      }
      proof.add(counterexample(claim, target, denied.get()));
    }
    return proof;
  }

  private Counterexample counterexample(Sufficiency claim, Target target, Cell cell) {
    List<Request> permitted =
        claim.permittedBeside(cell).stream().map(beside -> request(target, beside)).toList();
    Request denied = request(target, cell);
    String sentence =
        permitted.stream().map(Request::may).collect(Collectors.joining(" and "))
            + ", but "
            + denied.mayNot();
    return new Counterexample(claim.need(), permitted, denied, sentence, corner(permitted));
  }

  /** What is true of the user of the second request on the path of the first. */
  private Optional<Truth> corner(List<Request> permitted) {
    if (permitted.size() < 2) {
      return Optional.empty();
    }
    Request path = permitted.get(0);
    Request opposite =
        new Request(
            permitted.get(1).user(), path.via(), path.resource(), path.action(), path.context());
    return Optional.of(scenario.truth(opposite));
  }

  private Request request(Target target, Cell cell) {
    Request any = requests.representative(cell.row(), cell.column());
    return new Request(any.user(), any.via(), target.resource(), target.action(), any.context());
  }
}
