package dev.onbehalf.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Scenarios as tests: each expectation holds, each policy is enforced, each requirement met.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> agents() {
 *   return Scenarios.in(Path.of("agents.onbehalf.yaml"));
 * }
 * }</pre>
 *
 * A test that fails says where in the file, and why: the two requests that nobody can tell apart.
 */
public final class Scenarios {
  private Scenarios() {}

  /**
   * The tests of the scenario in the file, or of all below the folder: every expectation holds, and
   * of the strategies that the scenario doesn't rule out one enforces the policy, and one meets the
   * requirement.
   */
  public static Stream<DynamicTest> in(Path place) {
    return tests(place, new Deployment(Optional.empty()));
  }

  /**
   * The tests of the scenarios where one strategy is what is deployed: every expectation holds, and
   * this strategy enforces the policy and meets the requirement.
   */
  public static Stream<DynamicTest> in(Path place, String strategy) {
    return tests(place, new Deployment(Optional.of(strategy)));
  }

  private static Stream<DynamicTest> tests(Path place, Deployment deployment) {
    return files(place).stream().flatMap(file -> ScenarioTests.of(file, deployment));
  }

  private static List<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> below = Files.walk(place)) {
      List<Path> found = below.filter(Scenarios::isScenario).sorted().toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException("there is no scenario (*.yaml) below `" + place + "`");
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isScenario(Path file) {
    String name = String.valueOf(file.getFileName());
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
  }
}
