package dev.onbehalf.junit;

import dev.onbehalf.evidence.Habit;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.NamedStrategies;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

/** The tests of one scenario that has been run. */
record ScenarioTests(Path file, SimulationResult result, Deployment deployment) {
  /** The strategies on the class path: ours, and those of whoever tests. */
  private static final List<CredentialStrategy> STRATEGIES =
      ServiceLoader.load(CredentialStrategy.class).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  /** The tests of the file; one that fails, if it can't be run at all. */
  static Stream<DynamicTest> of(Path file, Deployment deployment) {
    try {
      return new ScenarioTests(file, run(file, deployment), deployment).tests();
    } catch (IOException e) {
      return broken(file, file + ": can't be read: " + e.getMessage());
    } catch (InvalidScenarioException e) {
      return broken(file, String.valueOf(e.getMessage()));
    } catch (ScenarioTooLargeException e) {
      return broken(file, file + ": " + e.getMessage());
    }
  }

  private static SimulationResult run(Path file, Deployment deployment)
      throws IOException, InvalidScenarioException {
    byte[] bytes = Files.readAllBytes(file);
    NamedStrategies known = known();
    deployment.requireKnown(known);
    Scenario scenario = ScenarioReader.read(file.toString(), bytes, known);
    return Simulator.run(
        scenario,
        ScenarioSource.of(file.toString(), bytes),
        STRATEGIES,
        SimulationSettings.byDefault(),
        Progress.NONE);
  }

  private static NamedStrategies known() {
    return new NamedStrategies(
        STRATEGIES.stream().map(strategy -> strategy.about().name()).toList(),
        Machinery.words(),
        Habit.words());
  }

  private static Stream<DynamicTest> broken(Path file, String why) {
    return Stream.of(test(file, file.getFileName() + " can be run", 1, failing(why)));
  }

  private Stream<DynamicTest> tests() {
    return Stream.of(
            result.failed().stream().map(this::test),
            result.expectations().stream().map(this::test),
            result.policies().stream().map(this::test),
            requirements().map(this::test))
        .flatMap(Function.identity());
  }

  private DynamicTest test(FailedStrategy failure) {
    return test(
        "runs " + ResultWords.name(failure), 1, failing(at(1, ResultWords.sentence(failure))));
  }

  private DynamicTest test(ExpectationResult expectation) {
    String why = at(expectation.line(), ResultWords.sentence(expectation));
    return test(
        "expects %s: %s".formatted(expectation.what(), expectation.expected()),
        expectation.line(),
        expectation.held()
            ? () -> {}
            : () -> {
              throw new AssertionFailedError(why, expectation.expected(), expectation.found());
            });
  }

  private DynamicTest test(PolicyFacts policy) {
    Optional<String> shortfall = deployment.shortfall(result, policy);
    String name = policy.id() + ": " + policy.text();
    return test(
        name,
        policy.line(),
        shortfall
            .map(
                why ->
                    failing(
                        at(
                            policy.line(),
                            "%s (%s): %s".formatted(policy.id(), policy.text(), why))))
            .orElse(() -> {}));
  }

  /** Those that the scenario makes. */
  private Stream<String> requirements() {
    return result.strategies().stream()
        .flatMap(strategy -> strategy.requirements().entrySet().stream())
        .filter(one -> one.getValue().meets().isPresent())
        .map(Map.Entry::getKey)
        .distinct();
  }

  private DynamicTest test(String requirement) {
    return test(
        "requires " + requirement,
        1,
        deployment
            .shortfall(result, requirement)
            .map(why -> failing(at(1, "%s: %s".formatted(requirement, why))))
            .orElse(() -> {}));
  }

  private DynamicTest test(String name, int line, Executable executable) {
    return test(file, result.scenario().name() + " " + name, line, executable);
  }

  private static DynamicTest test(Path file, String name, int line, Executable executable) {
    return DynamicTest.dynamicTest(name, source(file, line), executable);
  }

  /** Where an editor goes from the test. */
  private static URI source(Path file, int line) {
    return URI.create(file.toUri() + "?line=" + line);
  }

  private static Executable failing(String why) {
    return () -> {
      throw new AssertionFailedError(why);
    };
  }

  private String at(int line, String words) {
    return file + ":" + line + ": " + words;
  }
}
