package dev.onbehalf.simulation.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Workload;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What strategies did in the commonest worlds when they were built, so that a run can say what it
 * comes to before it plays them. Their folder of classes has it in a file; it may lack.
 */
public final class RecordedBehaviours {
  /** The file of it. */
  public static final String FILE = "behaviours.txt";

  /** How the title of a strategy's part begins. */
  private static final String TITLE = "# ";

  /** By the folder of classes, then by the title. */
  private final Map<String, Map<String, List<String>>> folders = new ConcurrentHashMap<>();

  /** The part of the file that tells how the strategy behaves, as it does in the scenario. */
  public static List<String> written(
      CredentialStrategy strategy, Scenario scenario, Behaviour behaviour) {
    List<String> lines = new ArrayList<>();
    lines.add(TITLE + title(strategy, scenario));
    lines.addAll(BehaviourText.write(behaviour));
    return lines;
  }

  /** How the strategy behaves in the scenario, if that is recorded of it. */
  Optional<Behaviour> of(
      CredentialStrategy strategy, Scenario scenario, SimulationSettings settings) {
    return isCommon(scenario, settings)
        ? Optional.ofNullable(parts(strategy).get(title(strategy, scenario)))
            .map(lines -> BehaviourText.read(lines, Probe.guarded(strategy, scenario)))
            .filter(behaviour -> behaviour.isOn(Probe.patterns(scenario)))
        : Optional.empty();
  }

  /** Whether nothing is as it is in few worlds. */
  private static boolean isCommon(Scenario scenario, SimulationSettings settings) {
    return scenario.context().isEmpty()
        && !scenario.hasNobody()
        && scenario.workload().tokenLifetime().equals(Workload.DEFAULT.tokenLifetime())
        && settings.algorithm() == SigningAlgorithm.ES256
        && settings.omitted().isEmpty();
  }

  private static String title(CredentialStrategy strategy, Scenario scenario) {
    return strategy.getClass().getSimpleName() + " " + Probe.longestPath(scenario);
  }

  private Map<String, List<String>> parts(CredentialStrategy strategy) {
    return folders.computeIfAbsent(
        strategy.getClass().getPackageName(), any -> read(strategy.getClass()));
  }

  private static Map<String, List<String>> read(Class<?> neighbour) {
    Map<String, List<String>> parts = new ConcurrentHashMap<>();
    try (InputStream file = neighbour.getResourceAsStream(FILE)) {
      List<String> part = new ArrayList<>();
      for (String line : file == null ? List.<String>of() : text(file).lines().toList()) {
        if (line.startsWith(TITLE)) {
          part = new ArrayList<>();
          parts.put(line.substring(TITLE.length()), part);
        } else {
          part.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  private static String text(InputStream file) throws IOException {
    return new String(file.readAllBytes(), UTF_8);
  }
}
