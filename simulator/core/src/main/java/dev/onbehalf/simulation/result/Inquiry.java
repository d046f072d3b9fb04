package dev.onbehalf.simulation.result;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Truth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is true of one request, and what strategies make of it.
 *
 * @param deciding the policies that make it true; none where the default does
 */
public record Inquiry(
    Request request, Truth truth, List<Policy> deciding, List<StrategyAnswer> answers) {
  public Inquiry {
    deciding = List.copyOf(deciding);
    answers = List.copyOf(answers);
  }

  /** What a strategy makes of the request. */
  public record StrategyAnswer(String strategy, Handling handling) {}

  /**
   * What becomes of the request, which can be the same under several strategies.
   *
   * @param points those that the call reaches, in their order
   * @param escapes whether it is denied, but its caller can pass it off as a permitted one
   */
  public record Handling(List<PointAnswer> points, boolean escapes) {
    public Handling {
      points = List.copyOf(points);
    }

    /** Whether the answer of the points together is no guess, and so is right. */
    public boolean isSure() {
      return points.stream().anyMatch(point -> point.answer().equals("DENY"))
          || points.stream().noneMatch(point -> point.answer().equals("INDETERMINATE"));
    }
  }

  /**
   * What one point makes of the request.
   *
   * @param evidence what decides there
   * @param answer {@code PERMIT}, {@code DENY} or {@code INDETERMINATE}
   * @param lookAlike a request of the opposite truth that shows the same, where the point is in
   *     doubt
   */
  public record PointAnswer(
      Point point, SortedMap<String, String> evidence, String answer, Optional<Request> lookAlike) {
    public PointAnswer {
      evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    }
  }
}
