package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.token.jose.OperationCounts;
import java.util.Comparator;
import java.util.List;

/**
 * Where a strategy stands in the order of cost, by exact counts and never by timings: additive
 * growth first, then pieces of machinery, then what can be kept before what is made for each call,
 * then signatures and round trips, then standing credentials, then unsigned words believed, then
 * evidence of one party alone before that of both together, then name.
 */
public record PlaceInOrder(
    Growth growth,
    long newPieces,
    boolean obtainsForEachCall,
    long effort,
    long credentials,
    int believed,
    boolean jointEvidence,
    String name)
    implements Comparable<PlaceInOrder> {
  private static final Comparator<PlaceInOrder> ORDER =
      Comparator.comparing(PlaceInOrder::growth)
          .thenComparingLong(PlaceInOrder::newPieces)
          .thenComparing(PlaceInOrder::obtainsForEachCall)
          .thenComparingLong(PlaceInOrder::effort)
          .thenComparingLong(PlaceInOrder::credentials)
          .thenComparingInt(PlaceInOrder::believed)
          .thenComparing(PlaceInOrder::jointEvidence)
          .thenComparing(PlaceInOrder::name);

  /**
   * The place of a strategy that was run.
   *
   * @param have the words of the machinery that is there, which isn't counted
   */
  static PlaceInOrder of(StrategyResult strategy, List<String> have) {
    return new PlaceInOrder(
        strategy.cost().standing().growth(),
        Machinery.countNew(strategy.machinery(), have),
        strategy.obtainsForEachCall(),
        strategy.cost().signatures() + strategy.cost().roundTrips(),
        strategy.cost().standing().credentials(),
        strategy.believes().size(),
        strategy.jointEvidence(),
        strategy.name());
  }

  /**
   * The place of a strategy that wasn't run.
   *
   * @param about with what it proves in the scenario
   * @param counts what obtaining one credential takes
   * @param have the words of the machinery that is there, which isn't counted
   */
  public static PlaceInOrder of(
      About about, Growth growth, OperationCounts counts, long credentials, List<String> have) {
    Proof proof = about.proof();
    return new PlaceInOrder(
        growth,
        Machinery.countNew(about.machinery(), have),
        about.cacheKeys().contains(CacheKey.CALL),
        counts.signatures() + counts.roundTrips(),
        credentials,
        proof.believed().size(),
        proof.isJoint(),
        about.name());
  }

  /** The same if so many pieces must be built. */
  public PlaceInOrder counting(long pieces) {
    return new PlaceInOrder(
        growth, pieces, obtainsForEachCall, effort, credentials, believed, jointEvidence, name);
  }

  @Override
  public int compareTo(PlaceInOrder other) {
    return ORDER.compare(this, other);
  }
}
