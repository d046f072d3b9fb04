package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the most readable proof that a strategy can't enforce a policy. */
final class WitnessFinder {
  private static final int MOST_CELLS = 16;
  private static final int MOST_PARTNERS = 2_000;

  private final TruthTable truth;
  private final RequestClasses requests;
  private final ExactScore score;
  private final int[][] rowsOfClass;

  WitnessFinder(TruthTable truth, ExactScore score) {
    this.truth = truth;
    this.score = score;
    requests = truth.classes();
    rowsOfClass = score.evidence().rowsOfClass();
  }

  /** The proof that the policy isn't enforced, or that it doesn't withstand; empty if it does. */
  Optional<WitnessPair> find(int policy) {
    WitnessSearch search = new WitnessSearch(requests);
    for (Cell cell : offending(policy, false)) {
      searchMixed(cell, search);
    }
    if (search.isEmpty()) {
      offending(policy, true).forEach(cell -> searchCheating(policy, cell, search));
    }
    return search.best();
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
                    cheating
                        ? score.spoiled(policy, row, word)
                        : score.undecidable(policy, row, word);
                Bits.forEach(word, bits, column -> cells.add(new Cell(row, column)));
              }
              return cells.size() >= MOST_CELLS;
            });
    return cells.subList(0, Math.min(MOST_CELLS, cells.size()));
  }

  private void searchMixed(Cell cell, WitnessSearch search) {
    int of = score.evidence().classOf(cell.row());
    boolean isPermitted = truth.permitted().get(cell.row(), cell.column());
    BitMatrix opposite = isPermitted ? truth.denied() : truth.permitted();
    partners(of, opposite, cell.column())
        .forEach(
            row ->
                search.offer(
                    isPermitted ? cell.row() : row,
                    isPermitted ? row : cell.row(),
                    cell.column(),
                    of,
                    false));
  }

  private void searchCheating(int policy, Cell cell, WitnessSearch search) {
    if (truth.policy(policy).effect() == Effect.MAY) {
      searchUsurpers(cell, search);
    } else {
      searchEscapes(cell, search);
    }
  }

  /** A denied cell, with the permitted ones that its agent can pass it off as. */
  private void searchEscapes(Cell cell, WitnessSearch search) {
    for (int of : score.evidence().masquerades(cell.row())) {
      partners(of, truth.permitted(), cell.column())
          .forEach(row -> search.offer(row, cell.row(), cell.column(), of, true));
    }
  }

  /** A permitted cell, with the denied ones that can be passed off as it. */
  private void searchUsurpers(Cell cell, WitnessSearch search) {
    int of = score.evidence().classOf(cell.row());
    IntStream.range(0, requests.rows())
        .filter(row -> truth.denied().get(row, cell.column()))
        .filter(row -> score.evidence().masquerades(row).contains(of))
        .limit(MOST_PARTNERS)
        .forEach(row -> search.offer(cell.row(), row, cell.column(), of, true));
  }

  private IntStream partners(int evidenceClass, BitMatrix wanted, int column) {
    return IntStream.of(rowsOfClass[evidenceClass])
        .limit(MOST_PARTNERS)
        .filter(row -> wanted.get(row, column));
  }
}
