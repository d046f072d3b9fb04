package dev.onbehalf.simulation.score;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one strategy can enforce, computed on classes of requests. A denied request leaks when at
 * every point that it passes some permitted request for the same target shows the same evidence;
 * whatever shares a class with a leaked one is contested. What shows nothing never passes: any
 * stranger can show nothing.
 */
public final class ExactScore {
  private final TruthTable truth;
  private final RequestClasses requests;
  private final EvidenceClasses evidence;
  private final Admission admission;
  private final List<PointScore> points;
  private final BitMatrix leaked;
  private final BitMatrix contested;

  /** Costly, and often not asked about: what honest callers undo no cheat can mend. */
  private Optional<CheatScore> masquerade = Optional.empty();

  /** The score of evidence, whatever callers can show instead of it. */
  public ExactScore(
      TruthTable truth, Proof proof, Map<RouteShape.Pattern, List<RouteShape>> cheats) {
    this(truth, new EvidenceClasses(truth.classes(), proof, cheats));
  }

  public ExactScore(TruthTable truth, EvidenceClasses evidence) {
    this.truth = truth;
    this.evidence = evidence;
    requests = truth.classes();
    admission = new Admission(truth, evidence);
    points = admission.points();
    leaked = admission.leaked();
    contested = new BitMatrix(requests.rows(), requests.columns());
    for (PointScore point : points) {
      for (int row = 0; row < requests.rows(); row++) {
        for (int word = 0; word < contested.wordsPerRow(); word++) {
          contested.or(row, word, point.contested(row, word));
        }
      }
    }
    for (int row = 0; row < requests.rows(); row++) {
      for (int word = 0; evidence.showsNothing(row) && word < contested.wordsPerRow(); word++) {
        contested.or(row, word, truth.permitted().word(row, word));
      }
    }
  }

  public EvidenceClasses evidence() {
    return evidence;
  }

  public CheatScore masquerade() {
    CheatScore known = masquerade.orElseGet(() -> new CheatScore(truth, admission));
    masquerade = Optional.of(known);
    return known;
  }

  /** The denied requests that no point can stop without stopping a permitted one. */
  public BitMatrix leaked() {
    return leaked;
  }

  /** The requests of a row that some point can't tell from leaked ones, as a word of bits. */
  public long contested(int row, int word) {
    return contested.word(row, word);
  }

  public boolean isContested(int row, int column) {
    return contested.get(row, column);
  }

  public boolean isContested(int point, int row, int column) {
    return (points.get(point).contested(row, column / Long.SIZE) >>> column & 1) != 0;
  }

  /**
   * The requests of a row in the policy's scope for which it isn't enforced, as a word of bits:
   * denied ones that leak, permitted ones that some point can't tell from a leaked one or that show
   * nothing.
   */
  public long lost(int policy, int row, int word) {
    boolean permits = truth.policy(policy).effect() == Effect.MAY;
    return truth.scope(policy, row, word)
        & (permits ? contested(row, word) : leaked.word(row, word));
  }

  /** The requests of a row in the policy's scope that cheating spoils, as a word of bits. */
  public long spoiled(int policy, int row, int word) {
    long spoiled =
        truth.policy(policy).effect() == Effect.MAY
            ? masquerade().usurped(row, word)
            : masquerade().escaping(row, word);
    return truth.scope(policy, row, word) & spoiled;
  }

  /** Whether the policy isn't vacuous, and nothing in its scope is lost. */
  public boolean isEnforced(int policy) {
    return !truth.isVacuous(policy) && !loses(policy);
  }

  /** Whether something in the policy's scope is lost. */
  public boolean loses(int policy) {
    return truth.footprint(policy).anyRow(row -> anyWord(w -> lost(policy, row, w)));
  }

  /** Whether the policy is enforced, also when callers present what they like. */
  public boolean withstands(int policy) {
    return isEnforced(policy) && !isSpoiled(policy);
  }

  /** Whether every policy that counts is enforced, also when callers present what they like. */
  public boolean suffices() {
    return IntStream.range(0, truth.policies().size())
        .allMatch(policy -> truth.isVacuous(policy) || withstands(policy));
  }

  /** Whether cheating spoils something in the policy's scope. */
  public boolean isSpoiled(int policy) {
    return truth.footprint(policy).anyRow(row -> anyWord(w -> spoiled(policy, row, w)));
  }

  /** The columns at which the policy isn't enforced, or doesn't withstand cheating callers. */
  public BitSet failing(int policy) {
    return truth.columns(
        policy, (row, word) -> lost(policy, row, word) | spoiled(policy, row, word));
  }

  private boolean anyWord(WordOfBits bits) {
    for (int word = 0; word < leaked.wordsPerRow(); word++) {
      if (bits.at(word) != 0) {
        return true;
      }
    }
    return false;
  }

  @FunctionalInterface
  private interface WordOfBits {
    long at(int word);
  }

  /**
   * The points that answer the requests in the policy's scope: a denied one is answered where it is
   * stopped first, a permitted one by every point that it passes. Empty when it isn't enforced.
   */
  public List<Point> enforcedAt(int policy) {
    return isEnforced(policy) ? answeredAt(policy) : List.of();
  }

  /** The points that answer the requests in the policy's scope if it is enforced. */
  public List<Point> answeredAt(int policy) {
    List<Point> enforcing = new ArrayList<>();
    for (int point = 0; point < points.size(); point++) {
      int answering = point;
      if (truth
          .footprint(policy)
          .anyRow(row -> anyWord(w -> truth.scope(policy, row, w) & answered(answering, row, w)))) {
        enforcing.add(evidence.point(point));
      }
    }
    return enforcing;
  }

  /**
   * The requests of a row that the point lets pass because all alike are, or stops as the first.
   */
  private long answered(int point, int row, int word) {
    if (!points.get(point).isPassed(row)) {
      return evidence.showsNothing(row) && point == evidence.resource() ? -1L : 0;
    }
    long arriving = -1L;
    for (int earlier = 0; earlier < point; earlier++) {
      arriving &= points.get(earlier).passable(row, word);
    }
    long stopped = arriving & ~points.get(point).passable(row, word);
    return stopped | truth.permitted().word(row, word);
  }

  /** Whether every point on the route sees the evidence of a permitted request for the target. */
  public boolean passes(ClassRoute route, int column) {
    return (admission.passable(route, column / Long.SIZE) >>> column & 1) != 0;
  }

  /** What the points make of the request together, each with the best engine. */
  public Decision decision(Request request) {
    int row = requests.rowOf(request);
    int column = requests.columnOf(request);
    if ((admission.passable(row, column / Long.SIZE) >>> column & 1) == 0) {
      return Decision.DENY;
    }
    return isContested(row, column) ? Decision.INDETERMINATE : Decision.PERMIT;
  }

  /** The counts of requests that no engine can tell from their opposite. */
  public RequestCounts counts() {
    return counts(truth);
  }

  /** The same where the table is this one, which may differ in the sizes of its classes alone. */
  public RequestCounts counts(TruthTable table) {
    return new LeakedClasses(table, this).counts();
  }
}
