package dev.onbehalf.reports.html;

import dev.onbehalf.reports.ResultBuilder;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.Accounts;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.result.SimulationResult.ScenarioFacts;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Results worked out by hand for the four scenarios, following what enforcement means. */
public final class Results {
  private Results() {}

  /** All four, in alphabetical order. */
  public static List<SimulationResult> all() {
    return List.of(hrRollout(), marketing(), researchBatch(), sharedDocument());
  }

  /** A pilot group may modify records through the agent; whoever else may not. */
  public static SimulationResult hrRollout() {
    Strategies strategies =
        new Strategies("dana", "omar", "hr-agent", "employee-records", "modify", Map.of());
    return ResultBuilder.of(
            scenario(
                "hr-rollout",
                "A subset of employees may let the agent modify records",
                3,
                1,
                1,
                12))
        .policies(
            List.of(
                policy("p1", 12, "hr-staff MAY use employee-records directly", 6),
                policy("p2", 13, "hr-staff MAY read employee-records via hr-agent", 3),
                policy("p3", 14, "pilot MAY modify employee-records via hr-agent", 1),
                policy(
                    "p4",
                    15,
                    "hr-staff except pilot MAY NOT modify employee-records via hr-agent",
                    2)))
        .recommending(
            "token-exchange",
            Need.GATED,
            "use token-exchange: it is the cheapest that enforces all 4 policies; "
                + "credential-inheritance can't enforce p1, p4 (hr-rollout.yaml:12), "
                + "service-account can't enforce p3, p4 (hr-rollout.yaml:14)")
        .boundary(List.of(Boundaries.gated(strategies)))
        .accounts(new Accounts(2, 3, 2))
        .strategies(
            List.of(
                strategies.inheritance(
                    3, List.of(false, true, true, false), new RequestCounts(12, 4, 2, 2, 2)),
                strategies.serviceAccount(
                    4, List.of(true, true, false, false), new RequestCounts(12, 3, 1, 2, 1)),
                strategies.tokenExchange(
                    4,
                    List.of(true, true, true, true),
                    new RequestCounts(12, 0, 0, 0, 0),
                    Optional.empty())))
        .expectations(
            List.of(
                expectation("recommended", "token-exchange", "token-exchange", 17),
                expectation("policies enforced by token-exchange", "4", "4", 18)))
        .build();
  }

  /** Nothing depends on the agent. */
  public static SimulationResult marketing() {
    Strategies strategies =
        new Strategies("sarah", "mark", "marketing-agent", "salesforce", "read", Map.of());
    return ResultBuilder.of(
            scenario("marketing", "One agent, three SaaS APIs, one user's access", 2, 2, 3, 30))
        .policies(
            List.of(
                policy("p1", 12, "sarah MAY read salesforce", 3),
                policy("p2", 13, "sarah MAY use hubspot", 6),
                policy("p3", 14, "sarah, mark MAY read google-analytics", 6),
                policy("p4", 15, "mark MAY NOT use salesforce", 6)))
        .recommending(
            "credential-inheritance",
            Need.NONE,
            "use credential-inheritance: it is the cheapest that enforces all 4 policies")
        .boundary(
            Stream.of("salesforce", "hubspot", "google-analytics").map(Boundaries::none).toList())
        .accounts(new Accounts(2, 4, 2))
        .strategies(
            List.of(
                strategies.inheritance(
                    2, List.of(true, true, true, true), new RequestCounts(30, 0, 0, 0, 0)),
                strategies.serviceAccount(
                    4, List.of(false, false, true, false), new RequestCounts(30, 12, 6, 6, 6)),
                strategies.tokenExchange(
                    4,
                    List.of(true, true, true, true),
                    new RequestCounts(30, 0, 0, 0, 0),
                    Optional.empty())))
        .build();
  }

  /** The mode of the run is in no token. */
  public static SimulationResult researchBatch() {
    Strategies strategies =
        new Strategies(
            "ines", "raj", "research-agent", "data-lake", "query", Map.of("mode", "batch"));
    Witness mode =
        strategies.exchangeWitness(
            new Request(
                "raj",
                List.of("research-agent"),
                "data-lake",
                "query",
                new TreeMap<>(Map.of("mode", "interactive"))),
            new Request(
                "raj",
                List.of("research-agent"),
                "data-lake",
                "query",
                new TreeMap<>(Map.of("mode", "batch"))));
    return ResultBuilder.of(
            scenario(
                "research-batch", "Interactive for every researcher, batch for some", 3, 1, 1, 12))
        .policies(
            List.of(
                policy(
                    "p1",
                    15,
                    "researchers MAY query data-lake via research-agent when mode is interactive",
                    3),
                policy(
                    "p2",
                    16,
                    "batch-approved MAY query data-lake via research-agent when mode is batch",
                    1),
                policy(
                    "p3",
                    17,
                    "researchers except batch-approved MAY NOT query data-lake via research-agent when mode is batch",
                    2)))
        .insufficient(
            Need.TWO_CHECKS,
            "no strategy of this run enforces all 3 policies; token-exchange comes closest with 1 of 3")
        .boundary(List.of(Boundaries.twoChecks(strategies)))
        .accounts(new Accounts(2, 3, 2))
        .strategies(
            List.of(
                strategies.inheritance(
                    3, List.of(false, false, false), new RequestCounts(12, 12, 4, 8, 4)),
                strategies.serviceAccount(
                    4, List.of(false, false, false), new RequestCounts(12, 6, 4, 2, 2)),
                strategies.tokenExchange(
                    4,
                    List.of(false, true, false),
                    new RequestCounts(12, 4, 2, 2, 2),
                    Optional.of(mode))))
        .build();
  }

  /** The agent edits for its owner only. */
  public static SimulationResult sharedDocument() {
    Strategies strategies =
        new Strategies("alice", "bob", "alices-agent", "document", "edit", Map.of());
    return ResultBuilder.of(
            scenario("shared-document", "The agent edits for its owner only", 2, 1, 1, 8))
        .policies(
            List.of(
                policy("p1", 9, "alice, bob MAY use document directly", 4),
                policy("p2", 10, "alice MAY use document via alices-agent", 2),
                policy("p3", 11, "bob MAY read document via alices-agent", 1),
                policy("p4", 12, "bob MAY NOT edit document via alices-agent", 1)))
        .recommending(
            "token-exchange",
            Need.GATED,
            "use token-exchange: it is the cheapest that enforces all 4 policies; "
                + "credential-inheritance can't enforce p1, p4, service-account can't enforce p2, p4")
        .boundary(List.of(Boundaries.gated(strategies)))
        .accounts(new Accounts(2, 2, 2))
        .strategies(
            List.of(
                strategies.inheritance(
                    2, List.of(false, true, true, false), new RequestCounts(8, 2, 1, 1, 1)),
                strategies.serviceAccount(
                    3, List.of(true, false, true, false), new RequestCounts(8, 2, 1, 1, 1)),
                strategies.tokenExchange(
                    3,
                    List.of(true, true, true, true),
                    new RequestCounts(8, 0, 0, 0, 0),
                    Optional.empty())))
        .build();
  }

  /** A result that expected four policies of the service account, and found two. */
  public static SimulationResult withFailedExpectation() {
    SimulationResult result = hrRollout();
    return with(
        result,
        result.failed(),
        List.of(
            new ExpectationResult(
                "recommended", "service-account", "token-exchange", 17, 16, false),
            new ExpectationResult("policies enforced by service-account", "4", "2", 18, 30, false),
            expectation("policies enforced by token-exchange", "4", "4", 18)));
  }

  /** A result with a strategy from a jar that failed. */
  public static SimulationResult withFailedStrategy() {
    return with(
        hrRollout(),
        List.of(new FailedStrategy("my-own", Optional.of("my.jar"), "it broke, \"twice\"")),
        List.of());
  }

  private static SimulationResult with(
      SimulationResult result, List<FailedStrategy> failed, List<ExpectationResult> expectations) {
    return ResultBuilder.of(result).failed(failed).expectations(expectations).build();
  }

  private static ScenarioFacts scenario(
      String name, String about, int users, int agents, int resources, long requests) {
    return new ScenarioFacts(
        name,
        Optional.of(about),
        "scenarios/" + name + ".yaml",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        users,
        agents,
        resources,
        name.equals("research-batch") ? 3 : 4,
        requests,
        List.of(),
        List.of(),
        Map.of(),
        0);
  }

  private static PolicyFacts policy(String id, int line, String text, long scope) {
    Effect effect = text.contains("MAY NOT") ? Effect.MAY_NOT : Effect.MAY;
    return new PolicyFacts(id, line, text, Optional.empty(), effect, scope, false);
  }

  private static ExpectationResult expectation(
      String what, String expected, String found, int line) {
    return new ExpectationResult(what, expected, found, line, 16, expected.equals(found));
  }
}
