package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Request;
import java.util.List;

/**
 * A permitted and a denied request that show the same evidence.
 *
 * @param point where both show it
 * @param cheating whether the caller of the denied one must cheat for it
 * @param sights what each point sees of the denied one
 */
public record WitnessPair(
    Request permitted, Request denied, int point, boolean cheating, List<Sight> sights) {
  public WitnessPair {
    sights = List.copyOf(sights);
  }

  /** The class in which a point sees the denied request, and a permitted one that it holds. */
  public record Sight(int point, int evidenceClass, Request permitted) {}

  /** What is seen at the point where both show the same. */
  Sight atPoint() {
    return sights.stream().filter(sight -> sight.point() == point).findFirst().orElseThrow();
  }
}
