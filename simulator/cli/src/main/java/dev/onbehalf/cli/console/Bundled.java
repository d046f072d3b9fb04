package dev.onbehalf.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.scenario.reading.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that come with the program. */
public final class Bundled {
  private Bundled() {}

  /** The JSON Schema of scenario files. */
  public static String schema() {
    return text(ScenarioReader.class, "scenario.schema.json");
  }

  /** A scenario to begin with, under the given name. */
  public static String firstScenario(String name) {
    return text(Bundled.class, "first-scenario.yaml").replace("my-scenario", name);
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
