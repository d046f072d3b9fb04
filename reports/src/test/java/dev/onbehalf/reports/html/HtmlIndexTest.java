package dev.onbehalf.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The index sums the scenarios up and leads to their pages. */
final class HtmlIndexTest {
  @Test
  void scenarios_linkToTheirPages() {
    Document page = Jsoup.parse(HtmlIndex.render(Results.all()));
    assertEquals(
        List.of(
            "./hr-rollout.html",
            "./marketing.html",
            "./research-batch.html",
            "./shared-document.html"),
        page.select(".verdicts tbody th a").eachAttr("href"));
  }

  @Test
  void cells_countPoliciesAndMarkTheRecommendedStrategy() {
    Document page = Jsoup.parse(HtmlIndex.render(Results.all()));
    assertEquals(
        List.of("token-exchange", "not required"),
        page.expectFirst(".verdicts tbody tr").select("td").eachText());
    assertEquals(
        List.of("✗ 2 of 4", "✓ 4 of 4 use", "✗ 0 of 3", "✗ 2 of 4"),
        page.expectFirst(".matrix tbody tr").select("td").eachText());
  }

  @Test
  void failedExpectation_isSaid() {
    Document page = Jsoup.parse(HtmlIndex.render(List.of(Results.withFailedExpectation())));
    assertTrue(
        page.expectFirst(".verdicts tbody td:last-child").text().endsWith("an expectation failed"));
  }

  @Test
  void hostileNames_areTextAndStayRelative() {
    Document page = Jsoup.parse(HtmlIndex.render(List.of(Hostile.result())));
    assertEquals(0, page.select("script, img, svg").size());
    assertTrue(page.select(".verdicts tbody th a").attr("href").startsWith("./"));
  }

  @Test
  void noScenario_isAnEmptyTable() {
    assertEquals(0, Jsoup.parse(HtmlIndex.render(List.of())).select("tbody tr").size());
  }
}
