package dev.onbehalf.jmh;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The environment variables that every Java process obeys, and no measurement can shake off. */
final class Surroundings {
  private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  private Surroundings() {}

  /** Refuses those that do more than set system properties: they could change the times. */
  static void requireHarmless(Map<String, String> environment) throws MeasurementException {
    for (String variable : VARIABLES) {
      String options = environment.getOrDefault(variable, "").strip();
      if (!options.isEmpty()
          && !Stream.of(options.split("\\s+")).allMatch(Surroundings::isHarmless)) {
        throw new MeasurementException(
            "expected no `%s` that changes how Java runs; unset it, or measure nothing with `--no-bench`"
                .formatted(variable));
      }
    }
  }

  private static boolean isHarmless(String option) {
    return option.startsWith("-D") && !option.startsWith("-Djava.security");
  }
}
