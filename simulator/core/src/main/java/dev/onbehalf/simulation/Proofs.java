package dev.onbehalf.simulation;

import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.simulation.verdict.WitnessFinder;
import dev.onbehalf.simulation.verdict.WitnessPair;
import dev.onbehalf.simulation.verdict.WitnessWords;
import dev.onbehalf.simulation.verdict.Witnesses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The proofs that one strategy fails policies, by the numbers of these. */
final class Proofs {
  private final Map<Integer, Witness> strangers = new TreeMap<>();
  private final Map<Integer, WitnessPair> pairs = new TreeMap<>();
  private final WitnessWords words;

  Proofs(Collection<Integer> failing, WitnessFinder finder, WitnessWords words) {
    this.words = words;
    failing.forEach(policy -> find(policy, finder));
  }

  private void find(int policy, WitnessFinder finder) {
    finder
        .unshown(policy)
        .ifPresentOrElse(
            request -> strangers.put(policy, words.ofStranger(request)),
            () -> finder.find(policy).ifPresent(pair -> pairs.put(policy, pair)));
  }

  /** What can be said of the proof before anybody calls. */
  Optional<Witness> unplayed(int policy) {
    return Optional.ofNullable(strangers.get(policy))
        .or(() -> Optional.ofNullable(pairs.get(policy)).map(words::unplayed));
  }

  /** The scores with their proofs played; everybody is registered only if there are some. */
  List<PolicyScore> played(List<PolicyScore> scores, Supplier<Witnesses> newWitnesses) {
    if (pairs.isEmpty()) {
      return scores;
    }
    Witnesses witnesses = newWitnesses.get();
    List<PolicyScore> played = new ArrayList<>(scores);
    pairs.forEach(
        (policy, pair) -> played.set(policy, scores.get(policy).provedBy(witnesses.witness(pair))));
    return played;
  }
}
