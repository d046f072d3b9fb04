package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.BoundaryGroup;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.Boundary.Claim;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;

/**
 * Resources that need the same.
 *
 * @param corner what rules two independent checks out, drawn; empty where they suffice
 */
public record BoundaryView(BoundaryGroup group, List<CornerTable> corner) {
  static List<BoundaryView> of(SimulationResult result) {
    return BoundaryGroup.of(result).stream()
        .map(group -> new BoundaryView(group, corner(group)))
        .toList();
  }

  private static List<CornerTable> corner(BoundaryGroup group) {
    return group.corner().stream().map(CornerTable::of).toList();
  }

  /** Why other lesser needs aren't enough, and why the context matters. */
  public List<Reason> others() {
    return group.others().stream()
        .map(example -> new Reason(words(example.against()), example.sentence()))
        .toList();
  }

  private static String words(Claim refuted) {
    return switch (refuted) {
      case AGENT_NEVER_MATTERS -> "The agent matters";
      case USER_NEVER_MATTERS -> "The user matters";
      case TWO_CHECKS_SUFFICE -> "Two checks don't suffice";
      case CONTEXT_NEVER_MATTERS -> "The context matters";
    };
  }

  /** What matters, and the requests that show it. */
  public record Reason(String words, String sentence) {}

  /**
   * Two users against two paths: the first user is permitted on the first path, the second one on
   * the second, and the first one is denied there.
   */
  public record CornerTable(
      String user, String otherUser, String path, String deniedPath, Request denied) {
    static CornerTable of(Counterexample corner) {
      return new CornerTable(
          corner.denied().user(),
          corner.permitted().get(1).user(),
          corner.permitted().get(0).pathWords(),
          corner.denied().pathWords(),
          corner.denied());
    }

    /** What the table is about: {@code modify employee-records}. */
    public String about() {
      String words = denied.action() + " " + denied.resource();
      return denied.context().isEmpty() ? words : words + " when " + denied.contextWords();
    }
  }
}
