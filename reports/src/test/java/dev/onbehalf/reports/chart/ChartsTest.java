package dev.onbehalf.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.html.HtmlReport;
import dev.onbehalf.reports.html.Many;
import dev.onbehalf.reports.html.Results;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Charts are inline images that need no style, and their lack spoils nothing. */
final class ChartsTest {
  @Test
  void chart_isAnImageWithWordsAndMarks() {
    Document page = Jsoup.parse(HtmlReport.render(Results.hrRollout()).page());
    assertEquals(1, page.select("svg.chart").size());
    for (Element chart : page.select("svg.chart")) {
      assertEquals("img", chart.attr("role"));
      assertTrue(chart.attr("aria-label").contains("token-exchange"));
      assertTrue(chart.select("text").eachText().contains("token-exchange"));
      assertFalse(chart.select(".blue").isEmpty());
      assertEquals("currentColor", chart.attr("fill"));
      assertFalse(chart.outerHtml().matches("(?s).*\\d\\.\\d{2}.*"), "more than one decimal");
    }
  }

  @Test
  void recommendedStrategy_standsOut() {
    Document page = Jsoup.parse(HtmlReport.render(Results.hrRollout()).page());
    assertEquals(1, page.expectFirst("#cost ~ .charts svg").select(".orange").size());
  }

  @Test
  void labelsOfManyStrategies_coverNoOther() {
    Document page = Jsoup.parse(HtmlReport.render(Many.result()).page());
    for (Element chart : page.select("svg.chart")) {
      assertTrue(chart.text().contains("token-exchange"), chart.text());
      List<Rectangle2D> boxes = chart.select("text").stream().map(ChartsTest::box).toList();
      for (Rectangle2D box : boxes) {
        assertEquals(1, boxes.stream().filter(box::intersects).count(), chart.outerHtml());
      }
    }
  }

  /** The room of a text, in letters that are rather narrow. */
  private static Rectangle2D box(Element text) {
    double width = 6.2 * text.text().length();
    double x = Double.parseDouble(text.attr("x"));
    double left =
        switch (text.attr("text-anchor")) {
          case "start" -> x;
          case "end" -> x - width;
          default -> x - width / 2;
        };
    return new Rectangle2D.Double(left, Double.parseDouble(text.attr("y")) - 10, width, 11);
  }

  @Test
  void errorOfTheGraphicsLibrary_isSaidInsteadOfTheChart() {
    Chart chart =
        Charts.draw(
            "name",
            "caption",
            List.of(),
            () -> {
              throw new UnsatisfiedLinkError("libfreetype.so.6");
            });
    assertTrue(chart.drawing().isEmpty());
    assertEquals("UnsatisfiedLinkError", chart.failure());
  }

  @Test
  void mark_standsWhereWordsForItsValueWould() {
    Drawing drawing = new Drawing(440, 260, 44, new Rectangle2D.Double(0, -2, 10, 6));
    drawing.mark(false, 3, -1);
    Element mark = Jsoup.parse(drawing.markup("")).expectFirst("ellipse");
    assertEquals(drawing.x(3), Double.parseDouble(mark.attr("cx")), 0.051);
    assertEquals(drawing.y(-1), Double.parseDouble(mark.attr("cy")), 0.051);
  }

  @Test
  void words_areNoMarkup() {
    Drawing drawing = new Drawing(440, 260, 44, new Rectangle2D.Double(0, 0, 1, 1));
    drawing.text(0, 0, "start", "<b>&\"");
    Element image = Jsoup.parse(drawing.markup("\"><b>")).expectFirst("svg");
    assertEquals("<b>&\"", image.expectFirst("text").text());
    assertEquals("\"><b>", image.attr("aria-label"));
    assertTrue(image.select("b").isEmpty());
  }
}
