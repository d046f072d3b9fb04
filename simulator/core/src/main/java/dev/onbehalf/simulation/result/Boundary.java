package dev.onbehalf.simulation.result;

import dev.onbehalf.scenario.Request;
import java.util.List;

/**
 * What it takes to enforce the policies of one resource, whatever the strategy: the least of four
 * needs that covers all its actions and contexts. Unspecified requests count for nothing.
 *
 * @param needs {@code agent-never-matters}: handing over the user's token is enough; {@code
 *     user-never-matters} behind an agent: an account for each agent is; {@code two-checks-suffice}
 *     that know nothing of each other, because users times paths is a rectangle where permitted,
 *     with direct access as one of the paths; else {@code one-point-must-see-both}
 * @param sentence the need in words
 * @param context whether the answer also depends on the context
 * @param attributes the context attributes on which it depends
 * @param witness one counterexample to each lesser need, and one to the context being irrelevant
 */
public record Boundary(
    String resource,
    String needs,
    String sentence,
    boolean context,
    List<String> attributes,
    List<Counterexample> witness) {
  public Boundary {
    attributes = List.copyOf(attributes);
    witness = List.copyOf(witness);
  }

  /**
   * Requests that together refute that less is needed.
   *
   * @param against what they refute: one of the needs, or {@code context-never-matters}
   * @param permitted one request, or the two on whose corner the denied one stands
   * @param sentence the requests in words
   */
  public record Counterexample(
      String against, List<Request> permitted, Request denied, String sentence) {
    public Counterexample {
      permitted = List.copyOf(permitted);
    }
  }
}
