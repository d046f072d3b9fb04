package dev.onbehalf.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.scenario.reading.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files that come with the program. */
public final class Bundled {
  /** The names of the scenarios. */
  public static final List<String> SCENARIOS =
      List.of(
          "alerts-without-user",
          "cluster-proxy-users",
          "hr-rollout",
          "marketing",
          "relay",
          "research-batch",
          "shared-document");

  private Bundled() {}

  /** The JSON Schema of scenario files. */
  public static String schema() {
    return text(ScenarioReader.class, "scenario.schema.json");
  }

  /** A scenario to begin with, under the given name. */
  public static String firstScenario(String name) {
    return text(Bundled.class, "first-scenario.yaml").replace("my-scenario", name);
  }

  /** One of the scenarios that come with the program, under another name. */
  public static String scenario(String original, String name) {
    return text(Bundled.class, original + ".yaml")
        .replace("scenario: " + original + "\n", "scenario: " + name + "\n");
  }

  private static String text(Class<?> neighbour, String name) {
    try (InputStream stream = neighbour.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("sim.jar lacks " + name);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
