package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.attack.AttackScore;
import dev.onbehalf.simulation.live.Behaviour;
import dev.onbehalf.simulation.live.Behaviours;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Finding;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.score.BoundaryFinder;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.Shown;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.verdict.Costs;
import dev.onbehalf.simulation.verdict.PlaceInOrder;
import dev.onbehalf.simulation.verdict.RequirementCheck;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Gives the verdict on many scenarios, one after the other or at the same time: by the exact score
 * alone, with what strategies were once seen to do. Nothing is played, and nothing proved.
 */
public final class Surveyor {
  private final List<CredentialStrategy> strategies;
  private final SimulationSettings settings;
  private final Behaviours behaviours = new Behaviours();
  private final Map<String, Growth> growths = new ConcurrentHashMap<>();

  public Surveyor(List<CredentialStrategy> strategies, SimulationSettings settings) {
    this.strategies = List.copyOf(strategies);
    this.settings = settings;
  }

  /**
   * The verdict on the scenario.
   *
   * @throws dev.onbehalf.simulation.result.ScenarioTooLargeException when the request space can't
   *     be scored in memory
   * @throws dev.onbehalf.simulation.result.StrategyFailedException when a strategy breaks
   */
  public Finding survey(Scenario scenario) {
    return new Survey(scenario).finding();
  }

  private record Placed(PlaceInOrder place, Finding.Score score) {}

  /** One scenario. */
  private final class Survey {
    private final Scenario scenario;
    private final TruthTable truth;
    private final Population population;
    private final RequirementCheck requirements;
    private final Map<Shown, Boolean> sufficient = new HashMap<>();

    Survey(Scenario scenario) {
      this.scenario = scenario;
      truth = new TruthTable(scenario);
      population = Callers.population(scenario);
      requirements = new RequirementCheck(scenario.requirements());
    }

    Finding finding() {
      return new Finding(
          truth.classes().size(),
          (int) deciding().count(),
          new BoundaryFinder(scenario, truth).highest(),
          strategies.stream()
              .map(this::placed)
              .sorted(Comparator.comparing(Placed::place))
              .map(Placed::score)
              .toList());
    }

    private IntStream deciding() {
      return IntStream.range(0, scenario.policies().size())
          .filter(policy -> !truth.isVacuous(policy));
    }

    private Placed placed(CredentialStrategy strategy) {
      Behaviour behaviour = behaviours.of(strategy, scenario, settings);
      About about = behaviour.strategy().about();
      Costs costs = new Costs(behaviour.strategy());
      SortedMap<String, Integer> registered = costs.kinds(population);
      PlaceInOrder place =
          PlaceInOrder.of(
              about,
              growths.computeIfAbsent(about.name(), any -> costs.growth()),
              behaviour.costOfObtaining(),
              registered.values().stream().mapToInt(Integer::intValue).sum(),
              scenario.circumstances().have());
      return new Placed(
          place,
          new Finding.Score(
              about.name(),
              sufficient.computeIfAbsent(
                  new Shown(about.proof(), behaviour.cheats()), this::suffices),
              isRuledOut(behaviour, registered),
              about.machinery().stream().map(Machinery::word).toList()));
    }

    private boolean suffices(Shown shown) {
      ExactScore score = new ExactScore(truth, shown.proof(), shown.cheats());
      return deciding().allMatch(score::withstands);
    }

    private boolean isRuledOut(Behaviour behaviour, SortedMap<String, Integer> registered) {
      return Habits.ruledOut(scenario.circumstances(), behaviour, registered).findAny().isPresent()
          || (!scenario.requirements().isEmpty() && !meets(behaviour, registered));
    }

    private boolean meets(Behaviour behaviour, SortedMap<String, Integer> registered) {
      AttackScore attacks =
          new AttackScore(
              TruthTable.apart(scenario),
              behaviour.strategy().about().proof(),
              behaviour.cheats(),
              behaviour.attacks());
      return requirements.unmet(attacks.facts(registered)).isEmpty();
    }
  }
}
