package dev.onbehalf.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** Costs and times are on the page and in files where they are known, and nowhere else. */
final class PricedReportTest {
  private static final SimulationResult PLAIN = Results.hrRollout();
  private static final SimulationResult LOADED = Priced.withWorkload(PLAIN);
  private static final SimulationResult COMPLETE = Priced.measured(LOADED);

  @Test
  void charts_areThoseOfWhatIsKnown() {
    assertEquals(1, page(PLAIN).select("svg.chart").size());
    assertEquals(3, page(LOADED).select("svg.chart").size());
    assertEquals(4, page(COMPLETE).select("svg.chart").size());
  }

  @Test
  void costs_areInTheTablesOfTheStrategies() {
    assertEquals(
        List.of("4", "2.5", "0", "20.5", "never ends", "150"),
        row(page(LOADED), "service-account").subList(6, 12));
    assertEquals("41 and growing", row(page(LOADED), "token-exchange").get(9));
    assertEquals("–", row(page(PLAIN), "service-account").get(7));
  }

  @Test
  void times_areBarsOfMicroseconds_withHowTheyWereMeasured() {
    Document page = page(COMPLETE);
    List<String> charts = page.select("svg.chart").eachAttr("aria-label");
    String bars = charts.get(charts.size() - 1);
    assertTrue(bars.contains("credential-inheritance takes "), bars);
    assertTrue(bars.contains(" µs, of which obtaining takes 400"), bars);
    assertEquals(
        "Times by a quick measurement with EdDSA by SunEC <17> in 3 forks.",
        page.select("section:has(> #cost) > .note").text());
  }

  @Test
  void charts_tellTheirNumbersToWhoDoesNotSeeThem() {
    Document page = page(COMPLETE);
    List<String> labels = page.select("section:has(> #cost) svg.chart").eachAttr("aria-label");
    assertTrue(labels.get(1).contains("token-exchange with 4 policies at 5 tokens"), labels.get(1));
    assertTrue(labels.get(2).contains("token-exchange from 25 to 0.0521"), labels.get(2));
    assertEquals(0, page.select("[style]").size());
  }

  @Test
  void charts_nameThreeStrategiesAtMost() {
    List<String> names = Many.result().strategies().stream().map(StrategyResult::name).toList();
    for (Element chart : page(Many.result()).select("svg.chart")) {
      String text = String.join(" ", chart.select("text").eachText()) + " ";
      long named = names.stream().filter(name -> text.matches(".*\\b" + name + "[, ].*")).count();
      assertTrue(named <= 3, text);
    }
  }

  @Test
  void chartFiles_areDocumentsOnWhitePaper() {
    assertEquals(
        List.of(
            "hr-rollout.mints-by-lifetime.svg",
            "hr-rollout.policies-against-cost.svg",
            "hr-rollout.times.svg",
            "hr-rollout.work.svg"),
        List.copyOf(HtmlReport.render(COMPLETE).charts().keySet()));
    for (String file : HtmlReport.render(COMPLETE).charts().values()) {
      Element image = Jsoup.parse(file, Parser.xmlParser()).expectFirst("svg");
      assertEquals("http://www.w3.org/2000/svg", image.attr("xmlns"));
      assertEquals("#17212b", image.attr("color"));
      assertEquals("#ffffff", image.expectFirst("rect").attr("fill"));
    }
  }

  @Test
  void chartFiles_areTheSameAgain_andNoneForWhatIsUnknown() {
    assertEquals(HtmlReport.render(COMPLETE).charts(), HtmlReport.render(COMPLETE).charts());
    assertEquals(Set.of("hr-rollout.work.svg"), HtmlReport.render(PLAIN).charts().keySet());
  }

  private static Document page(SimulationResult result) {
    return Jsoup.parse(HtmlReport.render(result).page());
  }

  private static List<String> row(Document page, String strategy) {
    Elements rows = page.select("details.strategy tr:has(th:matchesOwn(^" + strategy + "$))");
    return rows.get(rows.size() - 1).children().eachText();
  }
}
