package dev.onbehalf.cli.sweep;

import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.reports.exchange.SweepTable;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Problem;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.Finding;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.StrategyFailedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Surveys cases, several at a time; whatever is wrong with one is a row like any other. */
public final class Sweep {
  private final Engine.Reader reader;
  private final StrategyCatalogue catalogue;
  private final Function<Scenario, Finding> surveyor;

  public Sweep(
      Engine.Reader reader, StrategyCatalogue catalogue, Function<Scenario, Finding> surveyor) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.surveyor = surveyor;
  }

  /** The rows of the cases, in their order. */
  public List<SweepTable.Row> rows(List<Case> cases) {
    return cases.parallelStream().map(this::row).toList();
  }

  private SweepTable.Row row(Case one) {
    if (!one.problem().isEmpty()) {
      return problem(one, one.problem());
    }
    try {
      Scenario scenario = reader.read(one.file(), one.yaml(), catalogue);
      return new SweepTable.Row(
          one.file(),
          one.parameters(),
          one.key(),
          Optional.of(SweepTable.Size.of(scenario)),
          Optional.of(surveyor.apply(scenario)),
          "");
    } catch (InvalidScenarioException e) {
      return problem(one, problem(e.problems()));
    } catch (ScenarioTooLargeException | StrategyFailedException e) {
      return problem(one, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      // Thousands of other rows aren't to be lost for it.
      return problem(one, "internal error: " + e);
    }
  }

  private static SweepTable.Row problem(Case one, String problem) {
    return new SweepTable.Row(
        one.file(), one.parameters(), one.key(), Optional.empty(), Optional.empty(), problem);
  }

  private static String problem(List<Problem> problems) {
    Problem first = problems.get(0);
    String more = problems.size() == 1 ? "" : ", and " + (problems.size() - 1) + " more";
    return "line " + first.position().line() + ": " + first.message() + more;
  }
}
