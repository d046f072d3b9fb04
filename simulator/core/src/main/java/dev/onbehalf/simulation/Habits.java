package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Habit;
import dev.onbehalf.scenario.Circumstances;
import dev.onbehalf.simulation.live.Behaviour;
import dev.onbehalf.token.registry.Registration;
import java.util.Map;
import java.util.stream.Stream;

/** What a strategy takes that can't be had. */
final class Habits {
  private Habits() {}

  /**
   * The words of the circumstances that rule the strategy out.
   *
   * @param registered how many standing credentials it has, by the words for their kinds
   */
  static Stream<String> ruledOut(
      Circumstances circumstances, Behaviour behaviour, Map<String, Integer> registered) {
    return circumstances.cannot().stream().filter(word -> takes(word, behaviour, registered));
  }

  private static boolean takes(String word, Behaviour behaviour, Map<String, Integer> registered) {
    if (word.equals(Habit.PASS_USER_TOKENS.word())) {
      return behaviour.passesUserTokens();
    }
    return word.equals(Habit.STORE_USER_SECRETS.word())
        ? registered.containsKey(Registration.Kind.VAULT_ENTRY.word())
        : behaviour.strategy().about().machinery().stream()
            .anyMatch(piece -> piece.word().equals(word));
  }
}
