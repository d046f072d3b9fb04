package dev.onbehalf.simulation.result;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cheapest strategy for each resource, all resources together.
 *
 * @param resources the strategies by the names of the resources
 * @param machinery the pieces that must be built for them, each once
 * @param exact whether there is no cheaper one; else none was found
 * @param signaturesAndRoundTrips of one call at each resource, together
 * @param credentials the standing credentials, shared ones once
 * @param steps in which it can be built, from what is there
 * @param live how it was played with real tokens, by callers who hold what all its parts give them;
 *     where one strategy serves all, its own live run was that already. Empty before
 */
public record Plan(
    Map<String, String> resources,
    List<Machinery> machinery,
    boolean exact,
    long signaturesAndRoundTrips,
    BigInteger credentials,
    List<Step> steps,
    Optional<LiveCounts> live)
    implements PlanFacts {
  public Plan {
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    machinery = List.copyOf(machinery);
    steps = List.copyOf(steps);
  }

  /** This plan, played. */
  public Plan played(LiveCounts counts) {
    return new Plan(
        resources,
        machinery,
        exact,
        signaturesAndRoundTrips,
        credentials,
        steps,
        Optional.of(counts));
  }

  /** The names of the resources that the strategy serves. */
  public List<String> resourcesOf(String strategy) {
    return resources.entrySet().stream()
        .filter(entry -> entry.getValue().equals(strategy))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<String> strategies() {
    return resources.values().stream().distinct().toList();
  }

  @Override
  public long served() {
    return resources.size();
  }

  /**
   * A step.
   *
   * @param adds the pieces that are new; none in the first step, which is what is there
   * @param changes who must change something for them
   * @param resources the best strategies that run then, by the names of the resources
   * @param policies the policies that hold then even if callers cheat
   */
  public record Step(
      List<Machinery> adds,
      List<String> changes,
      Map<String, String> resources,
      List<String> policies) {
    public Step {
      adds = List.copyOf(adds);
      changes = List.copyOf(changes);
      resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
      policies = List.copyOf(policies);
    }
  }
}
