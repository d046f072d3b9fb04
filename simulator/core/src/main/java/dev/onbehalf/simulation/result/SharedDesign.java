package dev.onbehalf.simulation.result;

import dev.onbehalf.evidence.Machinery;
import java.util.List;
import java.util.Optional;

/**
 * What serves several scenarios together.
 *
 * @param all the scenarios, and the policies of them that count
 * @param single the strategy that serves them best by itself; empty when none ran
 * @param steps in which machinery can be built, from what is there to the fewest pieces with which
 *     most is served
 */
public record SharedDesign(Served all, Optional<Single> single, List<Step> steps) {
  public SharedDesign {
    steps = List.copyOf(steps);
  }

  /** What serves these scenarios best. */
  public static SharedDesign of(List<SimulationResult> results) {
    int policies = results.stream().mapToInt(SimulationResult::countedPolicies).sum();
    return new SharedDesign(
        new Served(results.size(), policies),
        new SingleStrategy(results).best(),
        new SharedMachinery(results).steps());
  }

  /** The pieces of all steps. */
  public List<Machinery> machinery() {
    return steps.stream().flatMap(step -> step.adds().stream()).sorted().toList();
  }

  /**
   * What is served.
   *
   * @param scenarios of which every policy holds even if callers cheat
   * @param policies that hold so, of all scenarios
   */
  public record Served(int scenarios, int policies) {
    Served plus(Served other) {
      return new Served(scenarios + other.scenarios, policies + other.policies);
    }
  }

  /** A strategy, and what it serves. */
  public record Single(String strategy, Served served) {}

  /**
   * A step.
   *
   * @param adds the pieces that are new; none in the first step, which is what is there
   * @param served by whatever runs then, in each scenario the best of it
   */
  public record Step(List<Machinery> adds, Served served) {
    public Step {
      adds = List.copyOf(adds);
    }
  }
}
