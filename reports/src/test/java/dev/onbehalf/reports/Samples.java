package dev.onbehalf.reports;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Doors;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.SimulationResult.PointWitness;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.ScenarioFacts;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.TokenFacts;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.Timing.Interval;
import dev.onbehalf.simulation.result.Timing.Operation;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.AddedLatency;
import dev.onbehalf.simulation.result.WorkloadCost.AfterRevocation;
import dev.onbehalf.simulation.result.WorkloadCost.LatencyShare;
import dev.onbehalf.simulation.result.WorkloadCost.LifetimePoint;
import dev.onbehalf.simulation.result.WorkloadCost.Outliving;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Results written by hand. */
public final class Samples {
  static final String OMAR =
      "`omar modify employee-records directly` must be permitted and `omar modify employee-records"
          + " via hr-agent` denied, yet both show user=omar";

  private Samples() {}

  /** Four policies; the first strategy fails two, the second is cheated on one, the third holds. */
  public static SimulationResult hrRollout() {
    List<PolicyFacts> policies =
        List.of(
            policy("p1", 12, "hr-staff MAY use employee-records directly", Effect.MAY),
            policy("p2", 13, "hr-staff MAY read employee-records via hr-agent", Effect.MAY),
            policy("p3", 14, "pilot MAY modify employee-records via hr-agent", Effect.MAY),
            policy(
                "p4", 15, "hr-staff except pilot MAY NOT modify employee-records", Effect.MAY_NOT));
    List<StrategyResult> strategies =
        List.of(
            strategy("credential-inheritance", fails("p1"), holds("p2"), holds("p3"), fails("p4")),
            strategy("header", holds("p1"), holds("p2"), holds("p3"), cheated("p4")),
            strategy("token-exchange", holds("p1"), holds("p2"), holds("p3"), holds("p4")));
    return result("hr-rollout", Optional.of("token-exchange"), policies, strategies, List.of());
  }

  /** A result with one strategy that enforces each of so many policies. */
  public static SimulationResult manyPolicies(int count) {
    List<PolicyFacts> policies =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> policy("p" + i, i, "anyone MAY use r" + i, Effect.MAY))
            .toList();
    PolicyScore[] scores =
        policies.stream().map(policy -> fails(policy.id())).toArray(PolicyScore[]::new);
    return result(
        "many", Optional.empty(), policies, List.of(strategy("forgetful", scores)), List.of());
  }

  public static SimulationResult result(
      String name,
      Optional<String> recommended,
      List<PolicyFacts> policies,
      List<StrategyResult> strategies,
      List<ExpectationResult> expectations) {
    String file = "scenarios/" + name + ".yaml";
    ResultBuilder builder =
        ResultBuilder.of(
                new ScenarioFacts(
                    name,
                    Optional.of("About it"),
                    file,
                    "00ff",
                    3,
                    1,
                    1,
                    4,
                    12,
                    List.of(),
                    List.of(),
                    Map.of(),
                    0))
            .policies(policies)
            .boundary(List.of(boundary()))
            .strategies(strategies)
            .expectations(expectations);
    recommended.ifPresent(
        strategy -> builder.recommending(strategy, Need.GATED, "use " + strategy));
    return builder.build();
  }

  /** Everyone may modify the records directly, but only dana via the agent. */
  static Boundary boundary() {
    return new Boundary(
        "employee-records",
        "modify",
        Need.GATED,
        List.of(
            new Counterexample(
                Need.NONE,
                List.of(request(List.of())),
                request(List.of("hr-agent")),
                "omar directly must be permitted, omar via hr-agent denied"),
            new Counterexample(
                Need.USER,
                List.of(request(List.of())),
                request(List.of("hr-agent")),
                "omar directly must be permitted, omar via hr-agent denied"),
            new Counterexample(
                Need.PATH,
                List.of(dana()),
                request(List.of("hr-agent")),
                "dana via hr-agent must be permitted, omar via hr-agent denied"),
            new Counterexample(
                Need.TWO_CHECKS,
                List.of(request(List.of()), dana()),
                request(List.of("hr-agent")),
                "omar directly and dana via hr-agent must be permitted, omar via hr-agent"
                    + " denied")),
        new Doors(2, 2));
  }

  private static Request dana() {
    return new Request("dana", List.of("hr-agent"), "employee-records", "modify", new TreeMap<>());
  }

  public static SimulationResult expecting(ExpectationResult... expectations) {
    return ResultBuilder.of(hrRollout()).expectations(List.of(expectations)).build();
  }

  public static PolicyFacts policy(String id, int line, String text, Effect effect) {
    return new PolicyFacts(id, line, text, Optional.empty(), effect, 2, false);
  }

  public static PolicyFacts vacuous(String id) {
    return new PolicyFacts(id, 9, "bob MAY use it", Optional.empty(), Effect.MAY, 0, true);
  }

  public static StrategyResult strategy(String name, PolicyScore... scores) {
    return priced(name).scores(List.of(scores)).build();
  }

  public static StrategyResult strategy(String name, LiveCounts live, PolicyScore... scores) {
    return priced(name).live(live).scores(List.of(scores)).build();
  }

  public static StrategyResult strategy(String name, Cost cost) {
    return StrategyBuilder.of(name, cost).build();
  }

  private static StrategyBuilder priced(String name) {
    return StrategyBuilder.of(name, cost(Optional.of(workload(false))));
  }

  /** Two forks took 9 and 11 microseconds, half of it for signatures. */
  public static Timing timing() {
    Operation signed = operation(Optional.of(2.0), Optional.of(5_000.0));
    Operation unsigned = operation(Optional.empty(), Optional.empty());
    return new Timing(
        "quick", "JDK", "ES256", 2, signed, signed, unsigned, signed, Optional.empty());
  }

  private static Operation operation(Optional<Double> multiple, Optional<Double> floor) {
    return new Operation(
        10_000,
        9_500,
        640,
        multiple,
        floor,
        new Interval(9_000, 11_000, 0.5),
        List.of(9e3, 11e3),
        Optional.of(0.125),
        Optional.of(1));
  }

  public static Cost cost(Optional<WorkloadCost> workload) {
    Standing standing =
        new Standing(
            4,
            new TreeMap<>(Map.of("client", 1, "user account", 3)),
            Growth.ADDITIVE,
            1,
            Optional.of(12),
            1,
            1,
            1);
    return new Cost(2, 2, 2, 300, List.of("user", "path", "resource"), standing, workload);
  }

  /** A cost by what it is cached, and how its standing credentials grow. */
  public static Cost cost(Growth growth, String... cachedBy) {
    Standing standing = new Standing(4, new TreeMap<>(), growth, 1, Optional.of(12), 1, 1, 1);
    return new Cost(2, 2, 2, 300, List.of(cachedBy), standing, Optional.empty());
  }

  public static WorkloadCost workload(boolean saturated) {
    return new WorkloadCost(
        12.34,
        0.9877,
        20.5,
        0.0123,
        saturated,
        1.65,
        new AddedLatency(0, 0, 42.46),
        new AfterRevocation(Optional.of(new Outliving(150.5, 297, 299.9, 7.5)), Optional.empty()),
        List.of(new LatencyShare(0, 0.9877), new LatencyShare(50, 0.0123)),
        List.of(new LifetimePoint(60, 50), new LifetimePoint(300, 12.4)));
  }

  public static PolicyScore holds(String id) {
    return new PolicyScore(id, true, true, List.of(Point.RESOURCE), Optional.empty());
  }

  public static PolicyScore fails(String id) {
    return new PolicyScore(id, false, false, List.of(), Optional.of(witness(OMAR, false)));
  }

  static PolicyScore cheated(String id) {
    return new PolicyScore(
        id, true, false, List.of(Point.RESOURCE), Optional.of(witness("hr-agent omits it", true)));
  }

  private static Witness witness(String sentence, boolean cheating) {
    Map<String, Object> claims = Map.of("sub", "omar");
    List<TokenFacts> tokens = List.of(new TokenFacts(Map.of("alg", "ES256"), claims));
    return new Witness(
        new TreeMap<>(Map.of("user", "omar")),
        request(List.of()),
        request(List.of("hr-agent")),
        List.of(
            new PointWitness(
                Point.RESOURCE, new TreeMap<>(Map.of("user", "omar")), request(List.of()))),
        cheating,
        List.of(),
        tokens,
        tokens,
        sentence);
  }

  private static Request request(List<String> via) {
    return new Request("omar", via, "employee-records", "modify", new TreeMap<>());
  }
}
