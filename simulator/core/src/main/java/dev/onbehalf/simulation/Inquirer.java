package dev.onbehalf.simulation;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.authz.PolicyDecisionPoint;
import dev.onbehalf.authz.Sight;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Inquiry;
import dev.onbehalf.simulation.result.Inquiry.Handling;
import dev.onbehalf.simulation.result.Inquiry.PointAnswer;
import dev.onbehalf.simulation.result.Inquiry.StrategyAnswer;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Follows one request through the points of a strategy, on what it proves, without a token. */
public final class Inquirer {
  private final Scenario scenario;
  private final Proof proof;
  private final LookAlikes lookAlikes;
  private final Map<Point, PolicyDecisionPoint> points = new EnumMap<>(Point.class);

  private Inquirer(Scenario scenario, Proof proof, LookAlikes lookAlikes) {
    this.scenario = scenario;
    this.proof = proof;
    this.lookAlikes = lookAlikes;
  }

  /**
   * What is true of the request, and what each strategy makes of it.
   *
   * @throws dev.onbehalf.simulation.result.StrategyFailedException when one breaks its contract
   */
  public static Inquiry inquire(
      Scenario scenario,
      Request request,
      List<CredentialStrategy> strategies,
      SimulationSettings settings) {
    Truth truth = scenario.truth(request);
    LookAlikes lookAlikes = new LookAlikes(scenario, request);
    TruthTable table = new TruthTable(scenario);
    List<StrategyAnswer> answers = new ArrayList<>();
    for (CredentialStrategy one : strategies) {
      CredentialStrategy strategy = Probe.observed(one, settings.tokenService(), scenario);
      Inquirer inquirer = new Inquirer(scenario, strategy.about().proof(), lookAlikes);
      boolean escapes =
          truth == Truth.DENIED
              && score(strategy, scenario, table, settings).masquerade().escapes(request);
      answers.add(
          new StrategyAnswer(
              strategy.about().name(), new Handling(inquirer.answers(request), escapes)));
    }
    return new Inquiry(request, truth, deciding(scenario, request, truth), answers);
  }

  private static ExactScore score(
      CredentialStrategy strategy,
      Scenario scenario,
      TruthTable table,
      SimulationSettings settings) {
    Probe probe = Probe.of(strategy, settings.tokenService(), scenario);
    return new ExactScore(table, strategy.about().proof(), probe.cheats(scenario));
  }

  private static List<Policy> deciding(Scenario scenario, Request request, Truth truth) {
    return scenario.policies().stream()
        .filter(policy -> policy.isDecisive(request, truth))
        .toList();
  }

  /** The answers of the points up to the one that stops the call. */
  private List<PointAnswer> answers(Request request) {
    List<Sight> sights = Sight.all(proof, request);
    if (sights.isEmpty()) {
      return List.of(withNothingShown(request));
    }
    List<PointAnswer> answers = new ArrayList<>();
    for (Sight sight : sights) {
      Decision decision = decision(sight);
      Optional<Request> lookAlike =
          decision == Decision.INDETERMINATE
              ? lookAlikes.find(sight, this::isLetThrough)
              : Optional.empty();
      answers.add(
          new PointAnswer(sight.showing().point(), sight.shown(), decision.name(), lookAlike));
      if (decision == Decision.DENY) {
        break;
      }
    }
    return answers;
  }

  /** Any stranger can show nothing, and is denied. */
  private PointAnswer withNothingShown(Request request) {
    boolean permitted = scenario.truth(request) == Truth.PERMITTED;
    return new PointAnswer(
        Point.RESOURCE,
        new TreeMap<>(),
        (permitted ? Decision.INDETERMINATE : Decision.DENY).name(),
        Optional.empty());
  }

  /** Whether no point is sure to stop the request; what shows nothing is stopped. */
  private boolean isLetThrough(Request request) {
    List<Sight> sights = Sight.all(proof, request);
    return !sights.isEmpty()
        && sights.stream().noneMatch(sight -> decision(sight) == Decision.DENY);
  }

  private Decision decision(Sight sight) {
    Evidence evidence = Evidence.none();
    for (Map.Entry<String, String> shown : sight.shown().entrySet()) {
      evidence = evidence.verified(shown.getKey(), shown.getValue());
    }
    return points
        .computeIfAbsent(
            sight.showing().point(), point -> new PolicyDecisionPoint(scenario, proof, point))
        .decide(evidence, sight.target().resource(), sight.target().action())
        .decision();
  }
}
