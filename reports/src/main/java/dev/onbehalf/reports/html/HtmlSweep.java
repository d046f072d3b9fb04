package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.Tally;
import java.util.List;
import java.util.Map;

/** The page of a sweep: how often what is needed, recommended and enough. */
public final class HtmlSweep {
  /** The file name of the page. */
  public static final String FILE_NAME = "sweep.html";

  private HtmlSweep() {}

  /** The page. */
  public static String render(Tally tally) {
    return Templates.render(
        "sweep.ftlh",
        Map.of(
            "tally",
            tally,
            "tables",
            List.of(
                new Shares("What the scenarios need", "Need", tally.needs()),
                new Shares("What is recommended", "Strategy", tally.recommended()),
                new Shares("What would be enough", "Strategy", tally.suffice()),
                new Shares("What the recommended takes", "Machinery", tally.machinery()))));
  }

  /** One distribution. */
  public record Shares(String caption, String what, List<Tally.Share> shares) {}
}
