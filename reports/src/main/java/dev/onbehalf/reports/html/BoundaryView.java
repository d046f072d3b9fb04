package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.BoundaryGroup;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import java.util.function.Predicate;

/**
 * Actions on resources that need the same.
 *
 * @param corners what rules two separate checks out, drawn; empty where they suffice
 */
public record BoundaryView(BoundaryGroup group, List<CornerTable> corners) {
  static List<BoundaryView> of(SimulationResult result) {
    return BoundaryGroup.of(result).stream().map(BoundaryView::of).toList();
  }

  private static BoundaryView of(BoundaryGroup group) {
    return new BoundaryView(
        group, group.last().stream().filter(BoundaryView::isCorner).map(CornerTable::of).toList());
  }

  private static boolean isCorner(Counterexample example) {
    return example.permitted().size() == 2;
  }

  /** Why lesser needs aren't enough, but what is drawn. */
  public List<Reason> reasons() {
    return group.proof().stream()
        .filter(Predicate.not(example -> isCorner(example) && group.last().contains(example)))
        .map(example -> new Reason(words(example.against()), example.sentence()))
        .toList();
  }

  private static String words(Need refuted) {
    return switch (refuted) {
      case NONE -> "Something must be known";
      case USER -> "The user alone isn't enough";
      case PATH -> "The path alone isn't enough";
      case TWO_CHECKS -> "Two checks aren't enough";
      case GATED -> "Two checks behind a door aren't enough";
      case JOINT -> "One point isn't enough";
    };
  }

  /** What isn't enough, and the requests that show it. */
  public record Reason(String words, String sentence) {}

  /**
   * Two users against two paths: the first user is permitted on the first path, the second one on
   * the second, and the first one is denied there.
   *
   * @param corner what is true of the fourth, which decides nothing
   */
  public record CornerTable(
      String user,
      String otherUser,
      String path,
      String deniedPath,
      Request denied,
      String corner) {
    static CornerTable of(Counterexample corner) {
      return new CornerTable(
          corner.denied().user(),
          corner.permitted().get(1).user(),
          path(corner.permitted().get(0), corner.denied()),
          corner.denied().pathWords(),
          corner.denied(),
          corner.corner().map(ResultWords::words).orElse("either way"));
    }

    /** The path, and the context where a check of the user can't tell it from the denied one. */
    private static String path(Request permitted, Request denied) {
      return permitted.context().equals(denied.context())
          ? permitted.pathWords()
          : permitted.pathWords() + " when " + permitted.contextWords();
    }

    /** What the table is about: {@code modify employee-records}. */
    public String about() {
      String words = denied.action() + " " + denied.resource();
      return denied.context().isEmpty() ? words : words + " when " + denied.contextWords();
    }
  }
}
