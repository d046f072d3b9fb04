package dev.onbehalf.simulation.column;

import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.score.BoundaryFinder;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.Shown;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What there is to say of the requests for one target, and of all others that are like it. */
final class TargetScore {
  private final long[] scopes;
  private final Need need;
  private final List<Outcome> outcomes;

  TargetScore(LocalWorld world, List<Shown> shown) {
    TruthTable truth = world.truth();
    scopes = IntStream.range(0, truth.policies().size()).mapToLong(truth::scopeSize).toArray();
    need = new BoundaryFinder(world.scenario(), truth).highest();
    outcomes = shown.stream().map(one -> new Outcome(truth, one)).toList();
  }

  /** How many requests for the target are in the scope of the policy. */
  long scope(int policy) {
    return scopes[policy];
  }

  Need need() {
    return need;
  }

  Outcome outcome(int strategy) {
    return outcomes.get(strategy);
  }

  /** What one strategy can enforce. */
  static final class Outcome {
    private final RequestCounts counts;
    private final BitSet lost = new BitSet();
    private final BitSet spoiled = new BitSet();

    /** Of each policy that isn't lost the points that answer, as the bits of a number. */
    private final int[] answering;

    Outcome(TruthTable truth, Shown shown) {
      ExactScore score = new ExactScore(truth, shown.proof(), shown.cheats());
      counts = score.counts();
      answering = new int[truth.policies().size()];
      for (int policy = 0; policy < answering.length; policy++) {
        if (!truth.isVacuous(policy)) {
          note(policy, score);
        }
      }
    }

    private void note(int policy, ExactScore score) {
      if (score.loses(policy)) {
        lost.set(policy);
      } else {
        spoiled.set(policy, score.isSpoiled(policy));
        answering[policy] =
            score.answeredAt(policy).stream()
                .mapToInt(point -> 1 << score.evidence().indexOf(point))
                .reduce(0, (one, other) -> one | other);
      }
    }

    RequestCounts counts() {
      return counts;
    }

    boolean isLost(int policy) {
      return lost.get(policy);
    }

    boolean isSpoiled(int policy) {
      return spoiled.get(policy);
    }

    int answering(int policy) {
      return answering[policy];
    }
  }
}
