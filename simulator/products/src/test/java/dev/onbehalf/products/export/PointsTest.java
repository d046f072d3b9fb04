package dev.onbehalf.products.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.products.casbin.CasbinExport;
import dev.onbehalf.products.cedar.CedarExport;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is exported for a strategy that enforces everything is enforced by the engines of others: on
 * the evidence that it shows, the points together permit what is permitted, and nothing that is
 * denied.
 */
final class PointsTest {
  private static final SimulationSettings SETTINGS =
      SimulationSettings.byDefault().exactAlone();

  private static final List<CredentialStrategy> STRATEGIES =
      ServiceLoader.load(CredentialStrategy.class).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private int requests;
  private int exports;
  private int severalPoints;

  @Test
  void strategiesThatEnforceEverything_areEnforcedByTheirExports() {
    for (Scenario scenario : TrialScenarios.written()) {
      SimulationResult result =
          Simulator.run(
              scenario,
              ScenarioSource.of("world.yaml", new byte[0]),
              STRATEGIES,
              SETTINGS,
              Progress.NONE);
      Set<Proof> seen = new HashSet<>();
      for (StrategyResult strategy : result.strategies()) {
        if (strategy.suffices() && seen.add(proof(scenario, strategy.name()))) {
          checkEngines(
              scenario,
              List.of(
                  Design.ofAll(strategy.name(), proof(scenario, strategy.name()), scenario)));
        }
      }
      result
          .plan()
          .filter(plan -> plan.strategies().size() > 1)
          .ifPresent(
              plan ->
                  checkEngines(
                      scenario,
                      plan.strategies().stream()
                          .map(
                              name ->
                                  new Design(
                                      name, proof(scenario, name), plan.resourcesOf(name)))
                          .toList()));
    }
    assertTrue(
        exports > 60 && severalPoints > 20 && requests > 5_000,
        () -> exports + " exports, " + severalPoints + ", " + requests + " requests");
  }

  private static Proof proof(Scenario scenario, String name) {
    CredentialStrategy strategy =
        STRATEGIES.stream().filter(one -> one.about().name().equals(name)).findFirst().orElseThrow();
    return Probe.observed(strategy, SETTINGS.tokenService(), scenario).about().proof();
  }

  /** Evidence of many shapes, also of shapes that no strategy of ours has. */
  private static List<Proof> proofs() {
    List<String> everything =
        List.of(
            Attributes.USER, Attributes.AGENT, Attributes.PRIOR_AGENTS, Attributes.CONTEXT);
    List<String> pair = List.of(Attributes.USER, Attributes.AGENT);
    List<String> agent = List.of(Attributes.AGENT);
    List<String> user = List.of(Attributes.USER);
    return List.of(
        Proof.of("user", "agent", "prior-agents", "context"),
        Proof.of("user", "agent", "context"),
        Proof.of("user", "first-agent", "agent", "context"),
        Proof.of("user", "first-agent"),
        Proof.of("user"),
        Proof.of("agent", "prior-agents"),
        Proof.atResource(List.of("user", "in-person"), List.of("in-person")),
        Proof.atResource(user, List.of("user", "agent", "context")),
        Proof.atResource(pair, agent).after(Point.GATEWAY, user),
        Proof.atResource(pair, user).after(Point.BROKER, pair),
        Proof.of("user", "context").after(Point.GATEWAY, everything),
        Proof.of("user", "agent")
            .after(Point.GATEWAY, List.of("first-agent", "prior-agents", "context"))
            .after(Point.ISSUANCE, pair));
  }

  @Test
  void everyEvidenceThatEnforcesARandomWorld_isEnforcedByItsExport() {
    TrialScenarios.random(300)
        .forEach(
            scenario -> {
              TruthTable truth = new TruthTable(scenario);
              for (Proof proof : proofs()) {
                Proof shown = scenario.hasNobody() ? forNobody(proof) : proof;
                if (enforces(scenario, truth, shown)) {
                  check(
                      scenario,
                      List.of(Design.ofAll("some-plug-in", shown, scenario)),
                      point -> point.policies()::permits);
                }
              }
            });
    assertTrue(
        exports > 500 && severalPoints > 100 && requests > 30_000,
        () -> exports + " exports, " + severalPoints + ", " + requests + " requests");
  }

  private static Proof forNobody(Proof proof) {
    return proof.showingForNobody(
        proof.showings().stream()
            .collect(
                Collectors.toMap(
                    Proof.Showing::point,
                    one -> one.via().stream().filter(name -> !name.equals("context")).toList())));
  }

  private static boolean enforces(Scenario scenario, TruthTable truth, Proof proof) {
    ExactScore score = new ExactScore(truth, proof, Map.of());
    return IntStream.range(0, scenario.policies().size())
        .allMatch(policy -> truth.isVacuous(policy) || score.isEnforced(policy));
  }

  private void checkEngines(Scenario scenario, List<Design> designs) {
    check(scenario, designs, point -> permits(CasbinEngine.of(CasbinExport.files(point))));
    check(
        scenario,
        designs,
        point ->
            permits(CedarEngine.of(point.policies().fields(), CedarExport.files(point))));
  }

  private static Opinion permits(DecisionEngine engine) {
    return question -> engine.decide(question).permits();
  }

  /** Whether a point lets a question pass. */
  @FunctionalInterface
  private interface Opinion {
    boolean permits(List<String> question);
  }

  private void check(
      Scenario scenario, List<Design> designs, Function<Mapping, Opinion> opinions) {
    assertEquals(List.of(), differences(scenario, designs, opinions), () -> designs + "\n" + scenario);
    exports++;
  }

  private List<Request> differences(
      Scenario scenario, List<Design> designs, Function<Mapping, Opinion> opinions) {
    List<Request> differences = new ArrayList<>();
    for (Design design : designs) {
      List<Mapping> points = new Export(scenario, "world.yaml", List.of(design)).points();
      severalPoints += points.size() > 1 ? 1 : 0;
      List<Opinion> answers = points.stream().map(opinions).toList();
      scenario
          .requests()
          .filter(request -> design.resources().contains(request.resource()))
          .filter(request -> scenario.truth(request) != Truth.UNSPECIFIED)
          .forEach(
              request -> {
                requests++;
                boolean permitted = isPermitted(request, points, answers);
                if (permitted != (scenario.truth(request) == Truth.PERMITTED)) {
                  differences.add(request);
                }
              });
    }
    return differences;
  }

  /** Who passes no point shows nothing, and is let in nowhere. */
  private static boolean isPermitted(
      Request request, List<Mapping> points, List<Opinion> answers) {
    boolean passes = false;
    for (int i = 0; i < points.size(); i++) {
      PointView view = points.get(i).policies().view();
      if (view.isPassedBy(request)) {
        passes = true;
        if (!answers.get(i).permits(view.question(request))) {
          return false;
        }
      }
    }
    return passes;
  }
}
