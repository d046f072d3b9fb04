package dev.onbehalf.simulation.result;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.SharedDesign.Served;
import dev.onbehalf.simulation.result.SharedDesign.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the fewest pieces of machinery with which most of several scenarios is served, each by the
 * best that runs then, and orders them by what they gain. Sets of pieces are words of bits.
 */
final class SharedMachinery {
  private static final List<Machinery> PIECES = List.of(Machinery.values());

  private final List<Site> sites;

  SharedMachinery(List<SimulationResult> results) {
    sites = results.stream().map(Site::of).toList();
  }

  /** What is there, and the steps from it. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    int built = 0;
    steps.add(new Step(List.of(), served(built)));
    int missing = target();
    while (missing != 0) {
      int adds = best(built, missing);
      built |= adds;
      missing &= ~adds;
      steps.add(new Step(pieces(adds), served(built)));
    }
    return steps;
  }

  /** The fewest pieces that serve as much as all do; of several such sets the first. */
  private int target() {
    int useful =
        sites.stream()
            .flatMap(site -> site.ways().stream())
            .mapToInt(Way::pieces)
            .reduce(0, (a, b) -> a | b);
    Served most = served(useful);
    return subsets(useful)
        .filter(set -> served(set).equals(most))
        .boxed()
        .min(Comparator.comparingInt(Integer::bitCount))
        .orElseThrow();
  }

  /** Of the pieces that gain most policies each, the fewest, then the first. */
  private int best(int built, int missing) {
    int held = served(built).policies();
    return subsets(missing)
        .filter(set -> set != 0)
        .boxed()
        .min(
            Comparator.comparingDouble(
                    (Integer adds) ->
                        (double) (held - served(built | adds).policies()) / Integer.bitCount(adds))
                .thenComparingInt(Integer::bitCount))
        .orElseThrow();
  }

  /** All subsets of the set, the empty one and the set itself included, in ascending order. */
  private static IntStream subsets(int set) {
    return IntStream.iterate(
        0, subset -> subset >= 0, subset -> subset == set ? -1 : (subset - set) & set);
  }

  private Served served(int built) {
    return sites.stream().map(site -> site.served(built)).reduce(new Served(0, 0), Served::plus);
  }

  private static List<Machinery> pieces(int set) {
    return IntStream.range(0, PIECES.size())
        .filter(i -> (set >>> i & 1) != 0)
        .mapToObj(PIECES::get)
        .toList();
  }

  /** A scenario, its policies that count, and the ways to serve it. */
  private record Site(int policies, List<Way> ways) {
    /** What grows by a product counts only where nothing else holds as much. */
    private static Site of(SimulationResult result) {
      List<Way> additive = ways(result, Growth.ADDITIVE).toList();
      int most = additive.stream().mapToInt(Way::holding).max().orElse(-1);
      Stream<Way> growing = ways(result, Growth.MULTIPLICATIVE).filter(way -> way.holding > most);
      List<Way> ways = Stream.concat(additive.stream(), growing).distinct().toList();
      return new Site(result.countedPolicies(), undominated(ways));
    }

    private static Stream<Way> ways(SimulationResult result, Growth growth) {
      List<String> have = result.scenario().have();
      Stream<Way> strategies =
          result.strategies().stream()
              .filter(strategy -> strategy.ruledOutBy().isEmpty())
              .filter(strategy -> strategy.cost().standing().growth() == growth)
              .map(strategy -> Way.of(strategy.machinery(), have, strategy.withstands()));
      Stream<Way> plan =
          result.plan().stream()
              .filter(one -> growth(one, result) == growth)
              .map(one -> Way.of(one.machinery(), have, result.countedPolicies()));
      return Stream.concat(strategies, plan);
    }

    private static Growth growth(Plan plan, SimulationResult result) {
      return plan.strategies().stream()
          .flatMap(name -> result.strategy(name).stream())
          .map(strategy -> strategy.cost().standing().growth())
          .max(Comparator.naturalOrder())
          .orElse(Growth.ADDITIVE);
    }

    private static List<Way> undominated(List<Way> ways) {
      return ways.stream()
          .filter(way -> ways.stream().noneMatch(other -> other.beats(way)))
          .toList();
    }

    private Served served(int built) {
      int most = -1;
      for (Way way : ways) {
        most = (way.pieces & ~built) == 0 ? Math.max(most, way.holding) : most;
      }
      return new Served(most == policies ? 1 : 0, Math.max(most, 0));
    }
  }

  /**
   * One way to serve a scenario.
   *
   * @param pieces that it takes and that aren't there
   * @param holding how many policies hold then
   */
  private record Way(int pieces, int holding) {
    private static Way of(List<Machinery> machinery, List<String> have, int holding) {
      return new Way(
          machinery.stream()
              .filter(piece -> !have.contains(piece.word()))
              .mapToInt(piece -> 1 << PIECES.indexOf(piece))
              .reduce(0, (a, b) -> a | b),
          holding);
    }

    private boolean beats(Way other) {
      return !equals(other) && (pieces & ~other.pieces) == 0 && holding >= other.holding;
    }
  }
}
