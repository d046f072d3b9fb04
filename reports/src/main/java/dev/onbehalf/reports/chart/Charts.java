package dev.onbehalf.reports.chart;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.function.Supplier;

/** What all charts have in common. */
public final class Charts {
  static final int WIDTH = 440;
  private static final int LONGEST = 44;

  private Charts() {}

  /**
   * Draws the chart; where that is impossible, the page says so and the numbers remain.
   *
   * @param said what those hear who don't see it
   */
  public static Chart draw(
      String name, String caption, List<String> said, Supplier<Drawing> drawing) {
    String label = caption + ": " + String.join("; ", said);
    try {
      Drawing drawn = drawing.get();
      return new Chart(name, caption, List.of(markup(drawn.markup(label))), drawn.file(label), "");
    } catch (Throwable e) { // Missing fonts and libraries are Errors in AWT, not Exceptions.
      return new Chart(name, caption, List.of(), "", e.getClass().getSimpleName());
    }
  }

  static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** Text that is markup already: our own, never a scenario's. */
  public static TemplateHTMLOutputModel markup(String html) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(html);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }
}
