package dev.onbehalf.reports.gate;

import java.util.List;
import java.util.Optional;

/**
 * What the gate found.
 *
 * @param headline the verdict in one line
 * @param limit the ratio that must not be reached
 * @param facts what was compared and where, the baseline first
 * @param notes how to read it, and whatever the reader must not miss
 */
public record GateSummary(
    String headline,
    double limit,
    List<String> facts,
    List<CountLine> counts,
    List<TimeLine> times,
    List<String> notes) {
  public GateSummary {
    facts = List.copyOf(facts);
    counts = List.copyOf(counts);
    times = List.copyOf(times);
    notes = List.copyOf(notes);
  }

  /**
   * What was counted of a strategy.
   *
   * @param bad whether it fails the gate
   * @param cells by {@link GateCells#countHeading()}, each with what it was before if it changed
   */
  public record CountLine(String strategy, String verdict, boolean bad, List<String> cells) {
    public CountLine {
      cells = List.copyOf(cells);
    }
  }

  /**
   * How long a strategy took.
   *
   * @param bad whether it fails the gate
   * @param change empty where nothing can be said
   * @param how what it rests on
   */
  public record TimeLine(
      String strategy,
      String benchmark,
      String verdict,
      boolean bad,
      Optional<Change> change,
      String how,
      double beforeNanos,
      double afterNanos) {}

  /**
   * The candidate's time by the baseline's.
   *
   * @param mayBeNone whether nothing may have changed
   */
  public record Change(double ratio, boolean mayBeNone, Optional<Bounds> bounds) {}

  /** What the true ratio lies above and below, each with the error probability of the gate. */
  public record Bounds(double low, double high) {}
}
