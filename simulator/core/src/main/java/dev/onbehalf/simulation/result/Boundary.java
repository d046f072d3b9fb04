package dev.onbehalf.simulation.result;

import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Truth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What must be known to enforce the policies of one action on one resource, apart from every
 * strategy. Unspecified requests count for nothing.
 *
 * @param proof one counterexample to each lesser need
 */
public record Boundary(
    String resource, String action, Need needs, List<Counterexample> proof, Doors doors) {
  public Boundary {
    proof = List.copyOf(proof);
  }

  /** What the target needs that needs most. */
  public static Need highest(List<Boundary> boundaries) {
    return boundaries.stream()
        .map(Boundary::needs)
        .max(Comparator.naturalOrder())
        .orElse(Need.NONE);
  }

  /**
   * Requests that together refute that less is needed.
   *
   * @param against the lesser need that they refute
   * @param permitted one request, or the one that a check of the user can't tell from the denied
   *     one and the one that a check of the path can't
   * @param sentence the requests in words
   * @param corner what is true of the other user on the other path, where two are permitted
   */
  public record Counterexample(
      Need against,
      List<Request> permitted,
      Request denied,
      String sentence,
      Optional<Truth> corner) {
    public Counterexample {
      permitted = List.copyOf(permitted);
    }

    /** A counterexample without a corner. */
    public Counterexample(Need against, List<Request> permitted, Request denied, String sentence) {
      this(against, permitted, denied, sentence, Optional.empty());
    }
  }
}
