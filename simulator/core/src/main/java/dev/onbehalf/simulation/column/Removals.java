package dev.onbehalf.simulation.column;

import dev.onbehalf.simulation.column.TargetClasses.TargetClass;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.Shown;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which strategies would enforce everything without some policies. Only the targets are scored
 * again at which these decide something: elsewhere nothing else is true.
 */
public final class Removals {
  private final NumberedClauses all;
  private final List<Shown> shown;
  private final List<TargetClass> targets;
  private final TargetPolicies[] policies;

  /** The targets at which each policy decides something. */
  private final int[][] decided;

  /** The targets at which something fails, by what is shown, and how many there are. */
  private final List<BitSet> failing;

  private final List<Integer> failures;
  private final Map<Object, Boolean> known = new HashMap<>();
  private long rows;

  Removals(
      NumberedClauses all,
      List<Shown> shown,
      List<TargetClass> targets,
      TargetPolicies... policies) {
    this.all = all;
    this.shown = shown;
    this.targets = targets;
    this.policies = policies;
    decided = decided(all.scenario().policies().size(), policies);
    failing = IntStream.range(0, shown.size()).mapToObj(this::failing).toList();
    failures = failing.stream().map(BitSet::cardinality).toList();
  }

  private static int[][] decided(int count, TargetPolicies... policies) {
    int[] used = new int[count];
    Arrays.stream(policies)
        .flatMapToInt(TargetPolicies::deciding)
        .forEach(policy -> used[policy]++);
    int[][] decided = Arrays.stream(used).mapToObj(int[]::new).toArray(int[][]::new);
    for (int target = policies.length - 1; target >= 0; target--) {
      int at = target;
      policies[target].deciding().forEach(policy -> decided[policy][--used[policy]] = at);
    }
    return decided;
  }

  private BitSet failing(int strategy) {
    return IntStream.range(0, policies.length)
        .filter(target -> policies[target].failing(strategy).findAny().isPresent())
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  /** How many rows the tables had that were scored so far. */
  public long rows() {
    return rows;
  }

  /** Whether the strategy would enforce all others, even if callers cheat. */
  public boolean suffices(int strategy, List<Integer> without) {
    int[] touched =
        without.stream()
            .flatMapToInt(policy -> IntStream.of(decided[policy]))
            .sorted()
            .distinct()
            .toArray();
    boolean failsElsewhere =
        IntStream.of(touched).filter(failing.get(strategy)::get).count() < failures.get(strategy);
    return !failsElsewhere
        && IntStream.of(touched).allMatch(target -> holds(strategy, target, without));
  }

  private boolean holds(int strategy, int target, List<Integer> without) {
    TargetClass said = targets.get(target);
    LocalWorld world =
        new LocalWorld(
            all,
            said.saying(
                said.clauses().stream()
                    .filter(clause -> !without.contains(all.clauses().get(clause).policy()))
                    .toList()));
    return known.computeIfAbsent(
        List.of(strategy, world.shape(WorldScore.SEVERAL)),
        any -> holds(world.truth(), shown.get(strategy)));
  }

  private boolean holds(TruthTable truth, Shown one) {
    rows += truth.classes().rows();
    return new ExactScore(truth, one.proof(), one.cheats()).suffices();
  }
}
