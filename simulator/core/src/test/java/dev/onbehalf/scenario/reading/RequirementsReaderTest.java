package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Requirements;
import dev.onbehalf.scenario.Requirements.Bounds;
import dev.onbehalf.scenario.Requirements.Loot;
import dev.onbehalf.scenario.Requirements.Named;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a scenario requires beside its policies is read as it is written. */
final class RequirementsReaderTest {
  @Test
  void everyKey_isRead() throws InvalidScenarioException {
    assertEquals(
        new Requirements(
            Optional.of(Named.BOTH),
            Optional.of(Duration.ofSeconds(90)),
            Optional.of(Duration.ZERO),
            Optional.of(Loot.ONE_ACTION),
            Optional.of(Bounds.WITHIN_POLICY),
            true),
        requirements(
            """
            require:
              attribution: both
              revoke-agent: 1.5min
              revoke-user: 0s
              stolen-token: one-action
              hijacked-agent: within-policy
              unattended: works
            """));
  }

  @Test
  void nothing_isRequiredWithoutTheKey() throws InvalidScenarioException {
    assertEquals(Requirements.NONE, requirements(""));
    assertEquals(Requirements.NONE, requirements("require: {}"));
  }

  private static Requirements requirements(String require) throws InvalidScenarioException {
    String yaml =
        """
        scenario: s
        users: [u]
        resources: [r]
        %s
        policies:
          - u MAY use r
        """
            .formatted(require);
    return ScenarioReader.read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8)).requirements();
  }
}
