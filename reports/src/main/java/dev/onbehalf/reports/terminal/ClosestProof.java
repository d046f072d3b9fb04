package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Pattern;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The one proof that a reader in a hurry gets: of the cheaper strategies, why the closest fails.
 */
final class ClosestProof {
  private ClosestProof() {}

  static Optional<String> of(SimulationResult result) {
    return of(result, any -> true);
  }

  /** The same, if it is known before anything is played: how callers cheat is not. */
  static Optional<String> unplayed(SimulationResult result) {
    return of(result, witness -> !witness.cheating());
  }

  private static Optional<String> of(SimulationResult result, Predicate<Witness> known) {
    return Pattern.closest(Pattern.of(result))
        .flatMap(
            pattern ->
                pattern.shortfalls(result).stream()
                    .flatMap(policy -> pattern.shown().witness(policy).stream())
                    .findFirst()
                    .filter(known)
                    .map(witness -> sentence(pattern, witness)));
  }

  private static String sentence(Pattern pattern, Witness witness) {
    return pattern.shown().name() + ": " + witness.sentence() + seen(witness.evidence());
  }

  private static String seen(Map<String, String> evidence) {
    return evidence.isEmpty()
        ? ""
        : evidence.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining(", ", "; all that is seen of either: ", ""));
  }
}
