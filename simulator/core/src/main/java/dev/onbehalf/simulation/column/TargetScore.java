package dev.onbehalf.simulation.column;

import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.score.BoundaryFinder;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.Shown;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What there is to say of the requests for one target, and of all others that are like it. */
final class TargetScore {
  private final long[] scopes;
  private final Need need;
  private final List<Outcome> outcomes;

  private TargetScore(TruthTable truth, Need need, List<Outcome> outcomes) {
    scopes = IntStream.range(0, truth.policies().size()).mapToLong(truth::scopeSize).toArray();
    this.need = need;
    this.outcomes = List.copyOf(outcomes);
  }

  /** Scores, with the tables that they were read from. */
  static final class Tables {
    private final TruthTable truth;
    private final Need need;
    private final List<ExactScore> scores;
    private final List<Flags> flags;

    Tables(LocalWorld world, List<Shown> shown) {
      truth = world.truth();
      need = new BoundaryFinder(world.scenario(), truth).highest();
      scores = shown.stream().map(one -> new ExactScore(truth, one.proof(), one.cheats())).toList();
      flags = scores.stream().map(score -> new Flags(truth, score)).toList();
    }

    /** How many rows the tables have. */
    long rows() {
      return (long) truth.classes().rows() * scores.size();
    }

    TargetScore score() {
      return score(truth);
    }

    /** The score of a world that differs in the sizes of its classes: only counts do, too. */
    TargetScore scoreOf(LocalWorld other) {
      return score(other.truth());
    }

    private TargetScore score(TruthTable sized) {
      List<Outcome> outcomes = new ArrayList<>();
      for (int strategy = 0; strategy < scores.size(); strategy++) {
        outcomes.add(new Outcome(scores.get(strategy).counts(sized), flags.get(strategy)));
      }
      return new TargetScore(sized, need, outcomes);
    }
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
  record Outcome(RequestCounts counts, Flags flags) {
    boolean isLost(int policy) {
      return flags.lost.get(policy);
    }

    boolean isSpoiled(int policy) {
      return flags.spoiled.get(policy);
    }

    /** The policies that are lost or spoiled. */
    BitSet failing() {
      BitSet failing = (BitSet) flags.lost.clone();
      failing.or(flags.spoiled);
      return failing;
    }

    /** Of a policy that isn't lost the points that answer, as the bits of a number. */
    int answering(int policy) {
      return flags.answering[policy];
    }
  }

  /** How policies fare, however many requests there are of each kind. */
  static final class Flags {
    private final BitSet lost = new BitSet();
    private final BitSet spoiled = new BitSet();
    private final int[] answering;

    Flags(TruthTable truth, ExactScore score) {
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
  }
}
