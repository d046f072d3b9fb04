package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.SharedDesignWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;

/** What serves several scenarios together, on few lines of at most 100 columns. */
public final class SharedDesignReport {
  private static final int MOST_STEPS = 4;

  private SharedDesignReport() {}

  /** The lines; none where there are no several scenarios. */
  public static String render(List<SimulationResult> results, Style style) {
    Page page = new Page(style);
    SharedDesignWords.of(results).ifPresent(words -> print(words, page));
    return page.text();
  }

  private static void print(SharedDesignWords words, Page page) {
    page.heading("One design for all scenarios");
    words.single().ifPresent(line -> page.wrapped("  ", line));
    List<String> steps = words.steps();
    int shown = steps.size() > MOST_STEPS ? MOST_STEPS - 1 : steps.size();
    steps.subList(0, shown).forEach(step -> page.wrapped("  ", step, Tone.FAINT));
    if (shown < steps.size()) {
      page.wrapped("  ", "further steps: see the index", Tone.FAINT);
    }
  }
}
