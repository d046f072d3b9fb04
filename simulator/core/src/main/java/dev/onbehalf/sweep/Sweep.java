package dev.onbehalf.sweep;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.KnownStrategies;
import dev.onbehalf.scenario.Problem;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.Finding;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.simulation.result.Surveyed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Surveys cases, one or several at a time; whatever is wrong with one is a row like any other. */
public final class Sweep {
  private final KnownStrategies known;
  private final List<String> tried;
  private final Function<Scenario, Finding> surveyor;

  /**
   * A sweep by the surveyor.
   *
   * @param known the strategies that scenarios may speak of
   * @param tried those that the surveyor was told to try; empty for all that there are
   */
  public Sweep(KnownStrategies known, List<String> tried, Function<Scenario, Finding> surveyor) {
    this.known = known;
    this.tried = List.copyOf(tried);
    this.surveyor = surveyor;
  }

  /** The row of the case. */
  public Surveyed survey(Case one) {
    byte[] yaml = one.yaml();
    String key = one.key(tried, yaml);
    if (!one.problem().isEmpty()) {
      return problem(one, key, one.problem());
    }
    try {
      Scenario scenario = ScenarioReader.read(one.file(), yaml, known);
      return new Surveyed(
          one.file(),
          one.parameters(),
          key,
          Optional.of(Surveyed.Size.of(scenario)),
          Optional.of(surveyor.apply(scenario)),
          "");
    } catch (InvalidScenarioException e) {
      return problem(one, key, problem(e.problems()));
    } catch (ScenarioTooLargeException | StrategyFailedException e) {
      return problem(one, key, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      // Thousands of other rows aren't to be lost for it.
      return problem(one, key, "internal error: " + e);
    }
  }

  private static Surveyed problem(Case one, String key, String problem) {
    return new Surveyed(
        one.file(), one.parameters(), key, Optional.empty(), Optional.empty(), problem);
  }

  private static String problem(List<Problem> problems) {
    Problem first = problems.get(0);
    String more = problems.size() == 1 ? "" : ", and " + (problems.size() - 1) + " more";
    return "line " + first.position().line() + ": " + first.message() + more;
  }
}
