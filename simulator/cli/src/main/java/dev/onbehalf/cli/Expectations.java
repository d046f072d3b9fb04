package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.scenario.Expectation;
import dev.onbehalf.scenario.Expectation.EnforcedCount;
import dev.onbehalf.scenario.Located;
import dev.onbehalf.scenario.Position;
import dev.onbehalf.scenario.Problem;
import dev.onbehalf.scenario.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Checks that a scenario expects things of strategies that exist. */
final class Expectations {
  private Expectations() {}

  /** The expectations on strategies that don't exist, in the order of the file. */
  static List<Problem> problems(Scenario scenario, byte[] bytes, StrategyCatalogue strategies) {
    return scenario.expectation().stream()
        .flatMap(expectation -> problems(expectation, bytes, strategies))
        .sorted(
            Comparator.comparing(
                Problem::position,
                Comparator.comparingInt(Position::line).thenComparingInt(Position::column)))
        .toList();
  }

  private static Stream<Problem> problems(
      Expectation expectation, byte[] bytes, StrategyCatalogue strategies) {
    Stream<Problem> recommended =
        expectation.recommended().stream()
            .filter(name -> !strategies.has(name.text()))
            .filter(name -> !name.text().equals(Expectation.NONE))
            .map(name -> problem(name, strategies.unknown(name.text(), Expectation.NONE), bytes));
    Stream<Problem> enforced =
        expectation.enforced().stream()
            .map(EnforcedCount::strategy)
            .filter(name -> !strategies.has(name.text()))
            .map(name -> problem(name, strategies.unknown(name.text()), bytes));
    return Stream.concat(recommended, enforced);
  }

  private static Problem problem(Located name, String message, byte[] bytes) {
    return new Problem(name.position(), message, excerpt(name, bytes));
  }

  /** The line of the name, and carets under it. */
  private static String excerpt(Located name, byte[] bytes) {
    String line =
        new String(bytes, UTF_8)
            .lines()
            .skip(name.position().line() - 1L)
            .findFirst()
            .orElse("")
            // A tab takes one column like any other character, so that the carets stand right.
            .replace('\t', ' ');
    String margin = " ".repeat(name.position().column() - 1);
    return line + "\n" + margin + "^".repeat(name.text().codePointCount(0, name.text().length()));
  }
}
