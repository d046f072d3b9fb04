package dev.onbehalf.simulation.result;

import dev.onbehalf.evidence.Machinery;
import java.math.BigInteger;
import java.util.List;

/**
 * The cheapest strategy for each resource of a scenario of any size, all resources together.
 *
 * @param resources those that one strategy serves counted together, in the order of their first
 * @param steps in which it can be built, from what is there
 */
public record WorldPlan(
    List<Part> resources,
    List<Machinery> machinery,
    boolean exact,
    long signaturesAndRoundTrips,
    BigInteger credentials,
    List<Step> steps)
    implements PlanFacts {
  public WorldPlan {
    resources = List.copyOf(resources);
    machinery = List.copyOf(machinery);
    steps = List.copyOf(steps);
  }

  @Override
  public List<String> strategies() {
    return resources.stream().map(Part::strategy).toList();
  }

  @Override
  public long served() {
    return resources.stream().mapToLong(Part::resources).sum();
  }

  /**
   * The resources of one strategy.
   *
   * @param resources how many there are
   * @param first the names of the first of them
   */
  public record Part(String strategy, long resources, List<String> first) {
    public Part {
      first = List.copyOf(first);
    }
  }

  /**
   * A step.
   *
   * @param adds the pieces that are new; none in the first step, which is what is there
   * @param changes who must change something for them
   * @param resources the best strategies that run then
   * @param policies how many policies hold then even if callers cheat
   * @param first the first of these
   */
  public record Step(
      List<Machinery> adds,
      List<String> changes,
      List<Part> resources,
      int policies,
      List<String> first) {
    public Step {
      adds = List.copyOf(adds);
      changes = List.copyOf(changes);
      resources = List.copyOf(resources);
      first = List.copyOf(first);
    }
  }
}
