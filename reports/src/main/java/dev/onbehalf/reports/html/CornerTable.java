package dev.onbehalf.reports.html;

import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.Boundary.Counterexample;

/**
 * Two users against two paths: the first user is permitted on the first path, the second one on the
 * second, and the first one is denied there.
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
