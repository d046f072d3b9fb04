package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a sweep came to, in a few lines. */
public final class SweepReport {
  private static final int MOST_SHOWN = 5;

  private SweepReport() {}

  /** The lines. */
  public static List<String> lines(Tally tally) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d %s%s"
            .formatted(
                tally.rows(),
                tally.rows() == 1 ? "scenario" : "scenarios",
                tally.problems() == 0 ? "" : ", %,d with problems".formatted(tally.problems())));
    if (tally.rows() > tally.problems()) {
      lines.add(
          "on-behalf-of is required for %,d of them (%.1f %%)"
              .formatted(tally.required().count(), tally.required().percent()));
      lines.add("need " + shares(tally.needs()));
      lines.add("use  " + shares(tally.recommended()));
    }
    return lines;
  }

  private static String shares(List<Tally.Share> shares) {
    List<Tally.Share> found = shares.stream().filter(share -> share.count() > 0).toList();
    int more = found.size() - MOST_SHOWN - 1;
    return found.stream()
            .limit(more > 0 ? MOST_SHOWN : found.size())
            .map(share -> "%s %.1f %%".formatted(share.word(), share.percent()))
            .collect(Collectors.joining(", "))
        + (more > 0 ? ", and " + (more + 1) + " others" : "");
  }
}
