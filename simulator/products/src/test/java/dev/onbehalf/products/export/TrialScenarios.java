package dev.onbehalf.products.export;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.score.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The scenarios that exports are tried on: those of people, and random worlds. */
public final class TrialScenarios {
  private static final Path FOLDER = Path.of("../../scenarios");
  private static final Path CASES = Path.of("../../strategies/src/test/resources/cases");

  private TrialScenarios() {}

  public static List<Scenario> written() {
    return Stream.of(FOLDER, CASES).flatMap(TrialScenarios::in).toList();
  }

  private static Stream<Scenario> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(one -> one.toString().endsWith(".yaml"))
          .sorted()
          .map(TrialScenarios::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario read(Path file) {
    try {
      return ScenarioReader.read(file.toString(), Files.readAllBytes(file));
    } catch (Exception e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  public static Stream<Scenario> random(int worlds) {
    return LongStream.range(0, worlds).mapToObj(Worlds::randomOfNewSentences).map(Worlds::read);
  }
}
