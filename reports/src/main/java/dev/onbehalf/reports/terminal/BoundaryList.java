package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.BoundaryGroup;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;

/** What each resource needs, whatever the strategy: a line for those that need the same. */
final class BoundaryList {
  private static final int MOST_RESOURCES = 4;

  private BoundaryList() {}

  static void print(SimulationResult result, Page page) {
    if (result.boundary().isEmpty()) {
      return;
    }
    page.heading("What it takes without on-behalf-of");
    BoundaryGroup.of(result).forEach(group -> print(group, page));
    page.wrapped("  ", ResultWords.sentence(result.accounts()), Tone.FAINT);
  }

  private static void print(BoundaryGroup group, Page page) {
    page.wrapped("  ", resources(group.resources()) + ": " + group.sentence());
    group.corner().forEach(corner -> page.wrapped("    ", corner.sentence(), Tone.FAINT));
  }

  private static String resources(List<String> resources) {
    int more = resources.size() - MOST_RESOURCES;
    return more <= 0
        ? String.join(", ", resources)
        : String.join(", ", resources.subList(0, MOST_RESOURCES)) + " and " + more + " more";
  }
}
