package dev.onbehalf.reports;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Practice;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.SimulationResult.Measured;
import dev.onbehalf.simulation.result.SimulationResult.PointFacts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what a strategy came to, for tests: one whose counts follow from how policies fare. */
public final class StrategyBuilder {
  private final String name;
  private List<String> proves = List.of("user");
  private List<String> provesDirectly = List.of("user");
  private List<Machinery> machinery = List.of();
  private List<String> ruledOutBy = List.of();
  private List<PolicyScore> scores = List.of();
  private RequestCounts requests = new RequestCounts(12, 4, 2, 2, 2);
  private LiveCounts live = new LiveCounts(12, 12, 3, 12, 0, true);
  private Cost cost;
  private Map<String, Measured> requirements = Map.of();
  private Optional<AttackFacts> attacks = Optional.empty();
  private Optional<Practice> practice = Optional.empty();

  private StrategyBuilder(String name, Cost cost) {
    this.name = name;
    this.cost = cost;
  }

  public static StrategyBuilder of(String name, Cost cost) {
    return new StrategyBuilder(name, cost);
  }

  /** A copy, perhaps under another name, to change; without times. */
  public static StrategyBuilder of(StrategyResult strategy, String name) {
    return new StrategyBuilder(name, strategy.cost())
        .proving(strategy.proves(), strategy.provesDirectly())
        .needing(strategy.machinery())
        .ruledOutBy(strategy.ruledOutBy())
        .scores(strategy.policies())
        .requests(strategy.requests())
        .live(strategy.live());
  }

  public StrategyBuilder proving(List<String> via, List<String> directly) {
    proves = via;
    provesDirectly = directly;
    return this;
  }

  public StrategyBuilder needing(List<Machinery> pieces) {
    machinery = pieces;
    return this;
  }

  public StrategyBuilder ruledOutBy(List<String> words) {
    ruledOutBy = words;
    return this;
  }

  public StrategyBuilder scores(List<PolicyScore> policies) {
    scores = policies;
    return this;
  }

  public StrategyBuilder requests(RequestCounts counts) {
    requests = counts;
    return this;
  }

  public StrategyBuilder live(LiveCounts counts) {
    live = counts;
    return this;
  }

  public StrategyBuilder cost(Cost other) {
    cost = other;
    return this;
  }

  public StrategyBuilder requirements(Map<String, Measured> measured) {
    requirements = measured;
    return this;
  }

  public StrategyBuilder attacks(AttackFacts facts) {
    attacks = Optional.of(facts);
    return this;
  }

  public StrategyBuilder practice(Practice other) {
    practice = Optional.of(other);
    return this;
  }

  public StrategyResult build() {
    return new StrategyResult(
        name,
        proves,
        provesDirectly,
        proves.contains("user") && proves.contains("agent"),
        List.of(new PointFacts(Point.RESOURCE, provesDirectly, proves)),
        List.of(),
        machinery,
        ruledOutBy,
        (int) scores.stream().filter(PolicyScore::enforced).count(),
        (int) scores.stream().filter(PolicyScore::withstands).count(),
        scores.size(),
        scores,
        requests,
        live,
        cost,
        requirements,
        attacks,
        Optional.empty(),
        practice);
  }
}
