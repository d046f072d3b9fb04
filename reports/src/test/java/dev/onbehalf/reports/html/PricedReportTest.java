package dev.onbehalf.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Costs and times are on the page and in files where they are known, and nowhere else. */
final class PricedReportTest {
  private static final SimulationResult PLAIN = Results.hrRollout();
  private static final SimulationResult LOADED = Priced.withWorkload(PLAIN);
  private static final SimulationResult COMPLETE = Priced.measured(LOADED);

  @Test
  void whatIsUnknown_hasNoSection() {
    assertEquals(List.of("cost", "wrong"), figures(page(PLAIN)));
    assertEquals(List.of("cost", "access", "wrong", "latency"), figures(page(LOADED)));
    assertEquals(List.of("cost", "wrong", "timing"), figures(page(Priced.measured(PLAIN))));
    assertEquals(List.of("cost", "access", "wrong", "latency", "timing"), figures(page(COMPLETE)));
  }

  @Test
  void accesses_areInTheTable() {
    assertEquals(
        List.of("token-exchange", "5", "99.5%", "12", "4", "1", "1", "1"),
        row(page(LOADED), "access", 2));
  }

  @Test
  void waits_areInTheTable_andSaturationIsSaid() {
    Document page = page(LOADED);
    assertEquals(
        List.of("service-account", "0", "3.5", "20.5", "2.25", "12.5%", "never ends", "150"),
        row(page, "latency", 1));
    assertEquals("41 and growing", row(page, "latency", 2).get(3));
  }

  @Test
  void times_areInTheTable_withHowTheyWereMeasured() {
    Document page = page(COMPLETE);
    assertEquals(
        List.of("credential-inheritance", "obtain", "400", "400 … 400", "200", "4096", "1.50"),
        row(page, "timing", 0));
    assertEquals(
        List.of("credential-inheritance", "decide", "1.25", "1 … 1.5", "0.625", "4096", "–"),
        row(page, "timing", 2));
    String reading = page.expectFirst("section:has(> #timing) .intro").text();
    assertTrue(
        reading.contains("a quick measurement with EdDSA by SunEC <17> in 3 forks"), reading);
  }

  @Test
  void cards_nameMintsAndRevocation() {
    Element card = page(LOADED).expectFirst("#use-service-account");
    assertTrue(card.text().contains("1,000 accesses mint 2.5 tokens"), card.text());
    assertTrue(card.text().contains("the user: never; the agent: after 150 s"), card.text());
    assertFalse(page(PLAIN).select(".cards").text().contains("accesses mint"));
  }

  @Test
  void charts_tellTheirNumbersToWhoDoesNotSeeThem() {
    Document page = page(COMPLETE);
    List<String> labels = page.select("section:has(> #access) svg.chart").eachAttr("aria-label");
    assertTrue(labels.get(0).contains("token-exchange with 4 policies at 5 tokens"), labels.get(0));
    assertTrue(labels.get(1).contains("token-exchange from 25 to 0.0521"), labels.get(1));
    String latency = page.select("section:has(> #latency) svg.chart").attr("aria-label");
    assertTrue(latency.contains("token-exchange from 5 to 0"), latency);
    String floor = page.select("section:has(> #timing) svg.chart").attr("aria-label");
    assertTrue(floor.contains("1.50× obtain, 1.13× verify, decide: no floor"), floor);
    assertEquals(0, page.select("[style]").size());
  }

  @Test
  void latencyWithoutDistribution_isShownByItsPercentiles() {
    Document page = page(Priced.withPercentilesOnly(PLAIN));
    String label = page.select("section:has(> #latency) svg.chart").attr("aria-label");
    assertTrue(label.contains("service-account adds 0 at p50, 3.5 at p95, 20.5 at p99"), label);
  }

  @Test
  void chartFiles_areDocumentsOnWhitePaper() {
    assertEquals(
        List.of(
            "hr-rollout.latency.svg",
            "hr-rollout.mints-by-lifetime.svg",
            "hr-rollout.multiples-of-the-floor.svg",
            "hr-rollout.policies-against-cost.svg"),
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
    assertTrue(HtmlReport.render(PLAIN).charts().isEmpty());
  }

  private static Document page(SimulationResult result) {
    return Jsoup.parse(HtmlReport.render(result).page());
  }

  private static List<String> figures(Document page) {
    return page.select("section:has(> .charts) > h2").eachAttr("id");
  }

  private static List<String> row(Document page, String anchor, int row) {
    return page.select("section:has(> #" + anchor + ") tbody tr").get(row).children().eachText();
  }
}
