package dev.onbehalf.simulation.lint;

import dev.onbehalf.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a valid scenario says in vain or by mistake. */
public final class Lint {
  private Lint() {}

  /**
   * The warnings about a scenario, in the order of its file; none where its ranges have millions of
   * names.
   *
   * @param bytes the file that it was read from
   */
  public static List<Warning> warnings(Scenario scenario, byte[] bytes) {
    if (scenario.isOfManyNames()) {
      return List.of();
    }
    Optional<Places> places = Places.of(bytes);
    return places.stream()
        .flatMap(
            found ->
                Stream.concat(
                    new IdleSentences(scenario, found).warnings(),
                    new UnusedNames(scenario, found).warnings()))
        .sorted(Warning.FILE_ORDER)
        .toList();
  }
}
