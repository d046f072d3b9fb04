package dev.onbehalf.cli;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a requirement rules out is told, whether a strategy is left or not. */
final class RequiredCommandTest {
  private static final String SCENARIO =
      """
      scenario: one
      users: [ann]
      agents: [bot]
      resources: [disk]
      require: {attribution: both}
      policies: [ann MAY use disk]
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void requirement_isNamedWithWhatItRulesOut() {
    new Session(folder)
        .file("one.yaml", SCENARIO)
        .run(Engine.real(), "--no-bench one.yaml")
        .exits(ExitCode.OK)
        .prints("\n  required    `attribution` rules out ");
  }

  @Test
  void requirement_thatNoStrategyOfTheRunMeets_isNamed() {
    new Session(folder)
        .file("one.yaml", SCENARIO)
        .run(Engine.real(), "--no-bench --strategy credential-inheritance one.yaml")
        .prints("\n  required    `attribution` rules out 1 of the 1 strategies");
  }
}
