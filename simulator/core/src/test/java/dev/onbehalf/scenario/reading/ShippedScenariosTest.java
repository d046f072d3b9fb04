package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.Circumstances;
import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.KnownTo;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.PathPattern.Directly;
import dev.onbehalf.scenario.PathPattern.EveryPath;
import dev.onbehalf.scenario.PathPattern.Via;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Requirements;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The scenarios that come with the simulator mean what their sentences say. */
final class ShippedScenariosTest {
  private static final List<String> STAFF = List.of("dana", "omar", "wei");

  @Test
  void hrRollout_isRead() throws Exception {
    Scenario scenario = file("hr-rollout");
    Via viaAgent = new Via(List.of(Set.of("hr-agent")));
    Set<String> records = Set.of("employee-records");
    assertEquals(
        new Scenario(
            "hr-rollout",
            Optional.of("A subset of employees may let the agent modify records"),
            STAFF,
            Map.of("hr-staff", STAFF, "pilot", List.of("dana")),
            List.of("hr-agent"),
            List.of(),
            List.of(),
            List.of(new Resource("employee-records", List.of("read", "modify"))),
            List.of(),
            DefaultEffect.DENY,
            Circumstances.NONE,
            Requirements.NONE,
            List.of(
                policy(
                    "p1",
                    lineOf(scenario, "hr-staff MAY use employee-records directly"),
                    "hr-staff MAY use employee-records directly",
                    Effect.MAY,
                    Set.copyOf(STAFF),
                    Set.of(),
                    records,
                    new Directly()),
                policy(
                    "p2",
                    lineOf(scenario, "hr-staff MAY read employee-records via hr-agent"),
                    "hr-staff MAY read employee-records via hr-agent",
                    Effect.MAY,
                    Set.copyOf(STAFF),
                    Set.of("read"),
                    records,
                    viaAgent),
                policy(
                    "p3",
                    lineOf(scenario, "pilot MAY modify employee-records via hr-agent"),
                    "pilot MAY modify employee-records via hr-agent",
                    Effect.MAY,
                    Set.of("dana"),
                    Set.of("modify"),
                    records,
                    viaAgent),
                policy(
                    "p4",
                    lineOf(
                        scenario,
                        "hr-staff except pilot MAY NOT modify employee-records via hr-agent"),
                    "hr-staff except pilot MAY NOT modify employee-records via hr-agent",
                    Effect.MAY_NOT,
                    Set.of("omar", "wei"),
                    Set.of("modify"),
                    records,
                    viaAgent)),
            Workload.DEFAULT,
            scenario.expectation()),
        scenario);
  }

  @Test
  void marketing_isRead() throws Exception {
    Scenario scenario = file("marketing");
    assertEquals(
        List.of(
            new Resource("salesforce", List.of("read", "write")),
            new Resource("hubspot", List.of("read", "run-campaign")),
            new Resource("google-analytics", List.of("read"))),
        scenario.resources());
    assertEquals(List.of("marketing-agent", "reporting-agent"), scenario.agents());
    assertEquals(
        policy(
            "p3",
            lineOf(scenario, "sarah, mark MAY read google-analytics"),
            "sarah, mark MAY read google-analytics",
            Effect.MAY,
            Set.of("sarah", "mark"),
            Set.of("read"),
            Set.of("google-analytics"),
            new EveryPath()),
        scenario.policies().get(2));
    assertEquals(Effect.MAY_NOT, scenario.policies().get(3).effect());
  }

  @Test
  void researchBatch_isRead() throws Exception {
    Scenario scenario = file("research-batch");
    assertEquals(
        List.of(new ContextAttribute("mode", List.of("interactive", "batch"), KnownTo.CALLER)),
        scenario.context());
    assertEquals(
        List.of(
            Map.of("mode", Set.of("interactive")),
            Map.of("mode", Set.of("batch")),
            Map.of("mode", Set.of("batch"))),
        scenario.policies().stream().map(Reading::clause).map(Clause::conditions).toList());
    assertEquals(Set.of("raj", "lu"), Reading.clause(scenario.policies().get(2)).users());
  }

  @Test
  void sharedDocument_isRead() throws Exception {
    Scenario scenario = file("shared-document");
    assertEquals(List.of("alice", "bob"), scenario.users());
    assertEquals(
        policy(
            "p4",
            lineOf(scenario, "bob MAY NOT edit document via alices-agent"),
            "bob MAY NOT edit document via alices-agent",
            Effect.MAY_NOT,
            Set.of("bob"),
            Set.of("edit"),
            Set.of("document"),
            new Via(List.of(Set.of("alices-agent")))),
        scenario.policies().get(3));
  }

  private static Policy policy(
      String id,
      int line,
      String text,
      Effect effect,
      Set<String> users,
      Set<String> actions,
      Set<String> resources,
      PathPattern path) {
    Clause clause = new Clause(effect, users, actions, resources, path, Map.of());
    return new Policy(id, line, text, Optional.empty(), effect, List.of(clause));
  }

  /** The line on which the file of the scenario has the sentence. */
  private static int lineOf(Scenario scenario, String sentence) throws Exception {
    List<String> lines = Files.readAllLines(path(scenario.name()));
    return 1 + lines.indexOf("  - " + sentence);
  }

  private static Path path(String name) {
    return Path.of("..", "..", "scenarios", name + ".yaml");
  }

  private static Scenario file(String name) throws Exception {
    Path path = path(name);
    return ScenarioReader.read(path.toString(), Files.readAllBytes(path));
  }
}
