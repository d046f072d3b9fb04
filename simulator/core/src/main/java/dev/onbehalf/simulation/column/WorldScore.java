package dev.onbehalf.simulation.column;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.column.TargetClasses.TargetClass;
import dev.onbehalf.simulation.result.ExactCounts;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.score.Shown;
import dev.onbehalf.simulation.score.TruthTable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What strategies can enforce, target by target: no point takes a request for another, so that each
 * is scored in a world of its own, in which only the policies that speak of it tell requests apart.
 * How many requests there are doesn't matter; targets that differ in names alone are scored once.
 */
public final class WorldScore {
  /** More shapes than that are met so seldom again that it isn't worth while to keep them. */
  private static final int MOST_SHAPES = 50_000;

  /** So many rows of tables are kept to score others like them, which take some 60 bytes each. */
  private static final long MOST_KEPT = 8_000_000;

  static final long SEVERAL = 2;

  private final NumberedClauses all;
  private final List<Shown> shown;
  private final List<TargetClass> targets;
  private final List<ResourceClass> resources;
  private final TargetPolicies[] policies;
  private final Map<Object, TargetScore> shapes = new ConcurrentHashMap<>();
  private final Map<Object, TargetScore.Tables> structures = new ConcurrentHashMap<>();
  private final AtomicLong kept = new AtomicLong();
  private final Tally tally;

  /** The score of the scenario for each of what strategies show. */
  public WorldScore(Scenario scenario, List<Shown> shown) {
    all = new NumberedClauses(scenario);
    this.shown = List.copyOf(shown);
    if (scenario.requestCount().bitLength() >= Long.SIZE) {
      throw new ScenarioTooLargeException("the scenario has more than 2^63 requests");
    }
    TargetClasses classes = TargetClasses.of(all);
    targets = classes.targets();
    resources = classes.resources();
    policies = new TargetPolicies[targets.size()];
    tally =
        IntStream.range(0, targets.size()).parallel().collect(Tally::new, this::score, Tally::add);
  }

  private void score(Tally into, int target) {
    LocalWorld world = new LocalWorld(all, targets.get(target));
    TargetScore score = score(world);
    into.add(target, world.policies(), score);
    policies[target] = new TargetPolicies(world.policies(), score, shown.size());
  }

  private TargetScore score(LocalWorld world) {
    Object shape = world.shape(Long.MAX_VALUE);
    TargetScore known = shapes.get(shape);
    if (known != null) {
      return known;
    }
    TargetScore score = scoreLike(world);
    if (shapes.size() < MOST_SHAPES) {
      shapes.put(shape, score);
    }
    return score;
  }

  /** A caller can choose another name where there are several, and how many makes no difference. */
  private TargetScore scoreLike(LocalWorld world) {
    Object structure = world.shape(SEVERAL);
    TargetScore.Tables alike = structures.get(structure);
    if (alike != null) {
      return alike.scoreOf(world);
    }
    TargetScore.Tables tables = new TargetScore.Tables(world, shown);
    boolean tooMany = kept.get() + tables.rows() >= MOST_KEPT;
    // Another thread may have made the same table meanwhile, and counted it.
    if (tooMany || structures.putIfAbsent(structure, tables) == null) {
      kept.addAndGet(tables.rows());
    }
    return tables.score();
  }

  /** What was found out of some of the targets. */
  private final class Tally {
    private final long[] scopes = new long[all.scenario().policies().size()];
    private final Map<Need, Long> needs = new EnumMap<>(Need.class);
    private final List<Sums> sums = shown.stream().map(any -> new Sums(scopes.length)).toList();

    void add(int target, List<Integer> policies, TargetScore score) {
      long size = targets.get(target).size();
      needs.merge(score.need(), size, Long::sum);
      for (int local = 0; local < policies.size(); local++) {
        int policy = policies.get(local);
        scopes[policy] = sum(scopes[policy], Math.multiplyExact(score.scope(local), size));
      }
      for (int strategy = 0; strategy < sums.size(); strategy++) {
        sums.get(strategy).add(target, size, policies, score.outcome(strategy));
      }
    }

    void add(Tally other) {
      other.needs.forEach((need, size) -> needs.merge(need, size, Long::sum));
      Arrays.setAll(scopes, policy -> sum(scopes[policy], other.scopes[policy]));
      for (int strategy = 0; strategy < sums.size(); strategy++) {
        sums.get(strategy).add(other.sums.get(strategy));
      }
    }

    private long sum(long one, long other) {
      return Math.addExact(one, other);
    }
  }

  /** What was found out of one strategy at some of the targets. */
  private static final class Sums {
    private static final int NOWHERE = Integer.MAX_VALUE;

    private BigInteger wronglyDenied = BigInteger.ZERO;
    private BigInteger wronglyPermitted = BigInteger.ZERO;
    private BigInteger fewestWrong = BigInteger.ZERO;
    private final int[] lostAt;
    private final int[] spoiledAt;
    private final int[] answering;

    Sums(int policies) {
      lostAt = new int[policies];
      spoiledAt = new int[policies];
      answering = new int[policies];
      Arrays.fill(lostAt, NOWHERE);
      Arrays.fill(spoiledAt, NOWHERE);
    }

    void add(int target, long size, List<Integer> policies, TargetScore.Outcome outcome) {
      BigInteger times = BigInteger.valueOf(size);
      wronglyDenied = wronglyDenied.add(times(outcome.counts().denyBiasedWronglyDenied(), times));
      wronglyPermitted =
          wronglyPermitted.add(times(outcome.counts().permitBiasedWronglyPermitted(), times));
      fewestWrong = fewestWrong.add(times(outcome.counts().fewestWrong(), times));
      for (int local = 0; local < policies.size(); local++) {
        int policy = policies.get(local);
        lostAt[policy] = outcome.isLost(local) ? Math.min(lostAt[policy], target) : lostAt[policy];
        spoiledAt[policy] =
            outcome.isSpoiled(local) ? Math.min(spoiledAt[policy], target) : spoiledAt[policy];
        answering[policy] |= outcome.answering(local);
      }
    }

    private static BigInteger times(long count, BigInteger times) {
      return count == 0 ? BigInteger.ZERO : BigInteger.valueOf(count).multiply(times);
    }

    void add(Sums other) {
      wronglyDenied = wronglyDenied.add(other.wronglyDenied);
      wronglyPermitted = wronglyPermitted.add(other.wronglyPermitted);
      fewestWrong = fewestWrong.add(other.fewestWrong);
      Arrays.setAll(lostAt, policy -> Math.min(lostAt[policy], other.lostAt[policy]));
      Arrays.setAll(spoiledAt, policy -> Math.min(spoiledAt[policy], other.spoiledAt[policy]));
      Arrays.setAll(answering, policy -> answering[policy] | other.answering[policy]);
    }
  }

  /** How many classes of targets there are, and worlds of different shape. */
  public int targetClasses() {
    return targets.size();
  }

  /** How many worlds of targets were scored because no other is like them. */
  public int shapes() {
    return shapes.size();
  }

  /** The resources, those of which the same clauses speak in one class. */
  public List<ResourceClass> resources() {
    return resources;
  }

  /** What would be so without some policies. */
  public Removals removals() {
    return new Removals(all, shown, targets, policies);
  }

  /** How many rows the tables had that were scored, a strategy each; those that are alike once. */
  public long rows() {
    return kept.get();
  }

  /** Whether a strategy, by its position, enforces every policy, even if callers cheat. */
  public boolean suffices(int strategy) {
    return IntStream.range(0, all.scenario().policies().size())
        .mapToObj(policy -> outcome(strategy, policy))
        .noneMatch(Outcome::failed);
  }

  /** The positions of the policies that decide something at the resources. */
  public List<Integer> deciding(ResourceClass at) {
    return distinct(at, TargetPolicies::deciding);
  }

  /** Those that fail there under a strategy, by its position. */
  public List<Integer> failing(int strategy, ResourceClass at) {
    return distinct(at, target -> target.failing(strategy));
  }

  private List<Integer> distinct(ResourceClass at, Function<TargetPolicies, IntStream> of) {
    return at.targets().stream()
        .map(target -> policies[target])
        .flatMapToInt(of)
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  /** How many requests are in the policy's scope. */
  public long scopeSize(int policy) {
    return tally.scopes[policy];
  }

  public boolean isVacuous(int policy) {
    return scopeSize(policy) == 0;
  }

  /** How many targets need what. */
  public SortedMap<Need, Long> needs() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(tally.needs));
  }

  /** How the policy fares under a strategy, by its position. */
  public Outcome outcome(int strategy, int policy) {
    if (isVacuous(policy)) {
      return Outcome.VACUOUS;
    }
    if (tally.sums.get(strategy).lostAt[policy] != Sums.NOWHERE) {
      return Outcome.NOT_ENFORCED;
    }
    return tally.sums.get(strategy).spoiledAt[policy] == Sums.NOWHERE
        ? Outcome.ENFORCED
        : Outcome.HONEST_ONLY;
  }

  /** The points that answer the requests in the policy's scope; empty when it isn't enforced. */
  public List<Point> enforcedAt(int strategy, int policy) {
    Outcome outcome = outcome(strategy, policy);
    List<Point> points = new ArrayList<>();
    List<Proof.Showing> showings = shown.get(strategy).proof().showings();
    for (int point = 0; point < showings.size(); point++) {
      boolean answers = (tally.sums.get(strategy).answering[policy] >> point & 1) != 0;
      if (answers && (outcome == Outcome.ENFORCED || outcome == Outcome.HONEST_ONLY)) {
        points.add(showings.get(point).point());
      }
    }
    return points;
  }

  /**
   * What is true of the requests for one target at which a policy fails.
   *
   * @param policy its position among those that speak of the target
   */
  public record Failing(TruthTable truth, int policy) {}

  /** Where the policy isn't enforced, or else doesn't withstand; empty if it does. */
  public Optional<Failing> failing(int strategy, int policy) {
    Sums sums = tally.sums.get(strategy);
    int lost = sums.lostAt[policy];
    int first = lost == Sums.NOWHERE ? sums.spoiledAt[policy] : lost;
    return first == Sums.NOWHERE
        ? Optional.empty()
        : Optional.of(failing(targets.get(first), policy));
  }

  private Failing failing(TargetClass target, int policy) {
    LocalWorld world = new LocalWorld(all, target);
    return new Failing(world.truth(), world.policies().indexOf(policy));
  }

  /** The counts of requests that no engine can tell from their opposite. */
  public ExactCounts counts(int strategy) {
    Sums sums = tally.sums.get(strategy);
    return new ExactCounts(
        all.scenario().requestCount(), sums.wronglyDenied, sums.wronglyPermitted, sums.fewestWrong);
  }
}
