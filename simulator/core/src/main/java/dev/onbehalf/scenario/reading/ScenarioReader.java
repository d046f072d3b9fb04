package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.KnownStrategies;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.SourceDecoder;
import dev.onbehalf.scenario.yaml.SourceDecoder.Decoded;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.scenario.yaml.YamlChecks;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import dev.onbehalf.scenario.yaml.YamlTree;
import java.util.Optional;

/** Reads scenario files. */
public final class ScenarioReader {
  private ScenarioReader() {}

  /**
   * Reads a scenario, which may expect things of strategies of any name.
   *
   * @param file the name used in messages
   * @throws InvalidScenarioException with every problem of the file
   */
  public static Scenario read(String file, byte[] bytes) throws InvalidScenarioException {
    return read(file, bytes, KnownStrategies.any());
  }

  /**
   * Reads a scenario.
   *
   * @param file the name used in messages
   * @param strategies those that it may expect something of
   * @throws InvalidScenarioException with every problem of the file
   */
  public static Scenario read(String file, byte[] bytes, KnownStrategies strategies)
      throws InvalidScenarioException {
    Decoded decoded = SourceDecoder.decode(bytes);
    SourceText source = new SourceText(decoded.text());
    Problems problems = new Problems(source);
    YamlChecks.printable(source, problems);
    decoded.problem().ifPresent(problem -> problems.add(source.end(), problem));
    problems.throwIfAny(file);
    Optional<Mapping> root = YamlTree.read(source, problems);
    Optional<Scenario> scenario =
        root.map(map -> new RootReader(map, source, strategies, problems).read());
    problems.throwIfAny(file);
    return scenario.orElseThrow();
  }
}
