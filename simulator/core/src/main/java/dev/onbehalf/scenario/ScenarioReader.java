package dev.onbehalf.scenario;

import dev.onbehalf.scenario.SourceDecoder.Decoded;
import dev.onbehalf.scenario.YamlNode.Mapping;
import java.util.Optional;

/** Reads scenario files. */
public final class ScenarioReader {
  /** The largest file accepted, in bytes. */
  public static final int MAX_BYTES = 8 * 1024 * 1024;

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
