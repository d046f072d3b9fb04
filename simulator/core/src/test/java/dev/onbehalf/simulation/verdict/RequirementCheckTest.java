package dev.onbehalf.simulation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Requirements;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.AttackFacts.Attribution;
import dev.onbehalf.simulation.result.AttackFacts.Copy;
import dev.onbehalf.simulation.result.AttackFacts.Hijack;
import dev.onbehalf.simulation.result.AttackFacts.NamedCalls;
import dev.onbehalf.simulation.result.AttackFacts.Reach;
import dev.onbehalf.simulation.result.AttackFacts.Revocation;
import dev.onbehalf.simulation.result.SimulationResult.Measured;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is required is held against what attacks come to, in words that say both. */
final class RequirementCheckTest {
  private static final NamedCalls BOTH_OF_THREE = new NamedCalls(3, 3, 2);

  @Test
  void words_areThoseOfTheScenario() throws Exception {
    Map<String, String> required =
        Map.of(
            "attribution", "both",
            "revoke-agent", "60s",
            "revoke-user", "1.5s",
            "stolen-token", "one-action",
            "hijacked-agent", "within-policy",
            "unattended", "works");
    assertEquals(required, new RequirementCheck(requiring(required)).words());
    assertEquals(Map.of(), new RequirementCheck(Requirements.NONE).words());
  }

  @Test
  void whatIsMet_isNotUnmet() throws Exception {
    RequirementCheck check =
        new RequirementCheck(
            requiring(
                Map.of(
                    "revoke-agent", "60s",
                    "revoke-user", "59s",
                    "stolen-token", "anything",
                    "hijacked-agent", "within-policy",
                    "unattended", "works")));
    assertEquals(List.of("revoke-user"), check.unmet(facts(copy(1, 2), new Reach(1, 1, 4, 0))));
    assertEquals(
        List.of("revoke-user", "hijacked-agent", "unattended"),
        check.unmet(facts(copy(1, 2), new Reach(1, 1, 0, 4))));
  }

  @Test
  void figures_sayWhatAttacksComeTo() throws Exception {
    Map<String, Measured> measured =
        new RequirementCheck(requiring(Map.of("hijacked-agent", "within-policy")))
            .measured(facts(copy(1, 2), new Reach(1, 1, 4, 5)));
    assertEquals(
        "a stolen token opens 2 actions for any user",
        measured.getOrDefault("stolen-token", none()).figure());
    assertEquals(
        "a hijacked agent reaches 5 beyond policy, and 4 while nobody is there, `within-policy` is"
            + " required",
        measured.getOrDefault("hijacked-agent", none()).figure());
    assertEquals(
        new Measured("works", Optional.empty(), "calls succeed while the user isn't logged in"),
        measured.get("unattended"));
  }

  @Test
  void copyThatNobodyAccepts_opensNothing() {
    Map<String, Measured> measured =
        new RequirementCheck(Requirements.NONE).measured(facts(copy(0, 0), new Reach(1, 1, 0, 0)));
    assertEquals(
        new Measured("useless", Optional.empty(), "a stolen token opens nothing"),
        measured.get("stolen-token"));
    assertEquals(
        new Measured("fails", Optional.empty(), "no call succeeds while the user isn't logged in"),
        measured.get("unattended"));
  }

  private static Measured none() {
    return new Measured("", Optional.empty(), "");
  }

  private static AttackFacts facts(Copy copy, Reach reach) {
    Revocation minute = new Revocation(Optional.of(60L), Optional.empty(), Optional.empty());
    return new AttackFacts(
        new Attribution(3, BOTH_OF_THREE, BOTH_OF_THREE, List.of()),
        minute,
        minute,
        Optional.empty(),
        List.of(copy),
        List.of(),
        new Hijack(1, reach, reach));
  }

  private static Copy copy(long accepted, int most) {
    return new Copy(
        Point.RESOURCE, 1, accepted, most, 1, false, false, false, false, true, Optional.of(60L));
  }

  private static Requirements requiring(Map<String, String> words) throws Exception {
    StringBuilder require = new StringBuilder();
    words.forEach((key, word) -> require.append("  ").append(key + ": " + word + "\n"));
    String scenario =
        """
        scenario: requiring
        users: [ann]
        agents: [bot]
        resources: [doc]
        policies: [ann MAY use doc via bot]
        require:
        """
            + require;
    return ScenarioReader.read("requiring.yaml", scenario.getBytes(StandardCharsets.UTF_8))
        .requirements();
  }
}
