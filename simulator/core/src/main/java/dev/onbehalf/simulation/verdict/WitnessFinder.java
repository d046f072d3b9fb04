package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.score.BitMatrix;
import dev.onbehalf.simulation.score.ClassRoute;
import dev.onbehalf.simulation.score.EvidenceClasses;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.RequestClasses;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.score.TruthTable.Cell;
import dev.onbehalf.simulation.verdict.WitnessSearch.Pair;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Finds the most readable proof that a strategy can't enforce a policy. */
public final class WitnessFinder {
  private static final int MOST_CELLS = 16;
  private static final int MOST_PARTNERS = 2_000;
  private static final BitSet NOBODY = new BitSet();

  private final TruthTable truth;
  private final RequestClasses requests;
  private final ExactScore score;
  private final EvidenceClasses evidence;
  private final List<int[][]> rowsOfClass = new ArrayList<>();

  /** The rows whose callers can cheat their way to a stop; empty until somebody asks. */
  private final Map<ClassRoute.Stop, BitSet> usurpers = new HashMap<>();

  public WitnessFinder(TruthTable truth, ExactScore score) {
    this.truth = truth;
    this.score = score;
    requests = truth.classes();
    evidence = score.evidence();
    for (int point = 0; point < evidence.points(); point++) {
      rowsOfClass.add(evidence.rowsOfClass(point));
    }
  }

  /** The proof that the policy isn't enforced, or that it doesn't withstand; empty if it does. */
  public Optional<WitnessPair> find(int policy) {
    WitnessSearch search = new WitnessSearch(requests);
    for (Cell cell : offending(policy, false)) {
      searchLeaks(cell, search);
    }
    if (search.isEmpty()) {
      offending(policy, true).forEach(cell -> searchCheating(policy, cell, search));
    }
    return search.best().map(this::complete);
  }

  /** A permitted request of the policy's scope that shows nothing, as any stranger can. */
  public Optional<Request> unshown(int policy) {
    return offending(policy, false).stream()
        .filter(cell -> evidence.showsNothing(cell.row()))
        .filter(cell -> truth.permitted().get(cell.row(), cell.column()))
        .map(cell -> requests.representative(cell.row(), cell.column()))
        .findFirst();
  }

  /** Some cells of the policy's scope that speak against it. */
  private List<Cell> offending(int policy, boolean cheating) {
    List<Cell> cells = new ArrayList<>();
    truth
        .footprint(policy)
        .anyRow(
            row -> {
              for (int word = 0; word < truth.permitted().wordsPerRow(); word++) {
                long bits =
                    cheating ? score.spoiled(policy, row, word) : score.lost(policy, row, word);
                BitMatrix.forEach(word, bits, column -> cells.add(new Cell(row, column)));
              }
              return cells.size() >= MOST_CELLS;
            });
    return cells.subList(0, Math.min(MOST_CELLS, cells.size()));
  }

  private void searchLeaks(Cell cell, WitnessSearch search) {
    if (score.leaked().get(cell.row(), cell.column())) {
      searchPermittedBeside(cell, search);
      return;
    }
    for (int point = evidence.resource(); point >= 0; point--) {
      if (score.isContested(point, cell.row(), cell.column())) {
        searchLeaksBeside(cell, point, search);
      }
    }
  }

  /** The permitted requests that the resource can't tell from the leaked one. */
  private void searchPermittedBeside(Cell leaked, WitnessSearch search) {
    int point = evidence.resource();
    permitted(point, evidence.classOf(point, leaked.row()), leaked.column())
        .forEach(row -> offer(row, leaked.row(), leaked.column(), point, search));
  }

  /** The leaked requests that the point can't tell from the permitted one. */
  private void searchLeaksBeside(Cell permitted, int point, WitnessSearch search) {
    int column = permitted.column();
    rows(point, evidence.classOf(point, permitted.row()), row -> score.leaked().get(row, column))
        .forEach(row -> offer(permitted.row(), row, column, point, search));
  }

  private void offer(int permitted, int leaked, int column, int point, WitnessSearch search) {
    search.offer(new Pair(permitted, leaked, column, point, evidence.honest(leaked), false));
  }

  private void searchCheating(int policy, Cell cell, WitnessSearch search) {
    if (truth.policy(policy).effect() == Effect.MAY) {
      searchUsurpers(cell, search);
    } else {
      searchEscapes(cell, search);
    }
  }

  /** A denied cell, with the permitted ones that its caller can pass it off as. */
  private void searchEscapes(Cell cell, WitnessSearch search) {
    for (ClassRoute route : passable(cell.row(), cell.column())) {
      ClassRoute.Stop last = route.stops().get(route.stops().size() - 1);
      permitted(last.point(), last.evidenceClass(), cell.column())
          .forEach(
              row ->
                  search.offer(
                      new Pair(row, cell.row(), cell.column(), last.point(), route, true)));
    }
  }

  /** A permitted cell, with the denied ones that can be passed off as it. */
  private void searchUsurpers(Cell cell, WitnessSearch search) {
    List<ClassRoute.Stop> own = evidence.honest(cell.row()).stops();
    int found = 0;
    BitSet rows = usurpers(own);
    for (int row = rows.nextSetBit(0);
        row >= 0 && found < MOST_PARTNERS;
        row = rows.nextSetBit(row + 1)) {
      if (truth.denied().get(row, cell.column())) {
        for (ClassRoute route : passable(row, cell.column())) {
          for (ClassRoute.Stop stop : route.stops()) {
            if (own.contains(stop)) {
              found++;
              search.offer(new Pair(cell.row(), row, cell.column(), stop.point(), route, true));
            }
          }
        }
      }
    }
  }

  private BitSet usurpers(List<ClassRoute.Stop> stops) {
    if (usurpers.isEmpty()) {
      IntStream.range(0, requests.rows()).forEach(this::indexMasquerades);
    }
    BitSet rows = new BitSet();
    stops.forEach(stop -> rows.or(usurpers.getOrDefault(stop, NOBODY)));
    return rows;
  }

  private void indexMasquerades(int row) {
    for (ClassRoute route : evidence.masquerades(row)) {
      route.stops().forEach(stop -> usurpers.computeIfAbsent(stop, any -> new BitSet()).set(row));
    }
  }

  private List<ClassRoute> passable(int row, int column) {
    return evidence.masquerades(row).stream().filter(route -> score.passes(route, column)).toList();
  }

  private IntStream permitted(int point, int evidenceClass, int column) {
    return rows(point, evidenceClass, row -> truth.permitted().get(row, column));
  }

  private IntStream rows(int point, int evidenceClass, IntPredicate wanted) {
    return IntStream.of(rowsOfClass.get(point)[evidenceClass]).filter(wanted).limit(MOST_PARTNERS);
  }

  /** The pair with a permitted request for every point that sees the denied one. */
  private WitnessPair complete(Pair pair) {
    return new WitnessPair(
        requests.representative(pair.permitted(), pair.column()),
        requests.representative(pair.denied(), pair.column()),
        pair.point(),
        pair.cheating(),
        pair.route().stops().stream().map(stop -> sight(stop, pair)).toList());
  }

  private WitnessPair.Sight sight(ClassRoute.Stop stop, Pair pair) {
    int row = stop.point() == pair.point() ? pair.permitted() : nearest(stop, pair);
    return new WitnessPair.Sight(
        stop.point(), stop.evidenceClass(), requests.representative(row, pair.column()));
  }

  /** The permitted row of the class that is most like the denied one. */
  private int nearest(ClassRoute.Stop stop, Pair pair) {
    WitnessSearch search = new WitnessSearch(requests);
    permitted(stop.point(), stop.evidenceClass(), pair.column())
        .forEach(
            row ->
                search.offer(
                    new Pair(
                        row, pair.denied(), pair.column(), stop.point(), pair.route(), false)));
    return search.best().orElseThrow().permitted();
  }
}
