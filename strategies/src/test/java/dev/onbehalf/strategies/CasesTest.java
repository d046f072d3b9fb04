package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories of practitioners as scenarios, each with whether it needs on-behalf-of. */
final class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList();
    }
  }

  @Test
  void cases_areAllThere() throws IOException {
    assertEquals(29, cases().size());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void story_needsWhatItSays(Path story) throws IOException {
    SimulationResult result = run(story);
    assertEquals(List.of(), result.failed());
    assertFalse(result.expectations().isEmpty());
    assertEquals(List.of(), result.unmet());
    // What a caller could write proves nothing, so it can't be what keeps anyone out.
    assertEquals(
        List.of(),
        result.strategies().stream()
            .filter(strategy -> result.verdict().recommended().equals(Optional.of(strategy.name())))
            .flatMap(strategy -> strategy.believes().stream())
            .toList());
  }

  private static SimulationResult run(Path story) throws IOException {
    return Runs.run(
        Files.readString(story), 100, Strategies.all().toArray(CredentialStrategy[]::new));
  }
}
