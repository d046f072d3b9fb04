package dev.onbehalf.reports.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.Samples;
import dev.onbehalf.simulation.result.SimulationResult;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page tells the result, proves what it says, and lets nothing in from elsewhere. */
final class HtmlReportTest {
  static Stream<SimulationResult> results() {
    return Stream.concat(
        Results.all().stream(),
        Stream.of(
            Results.withFailedExpectation(),
            Many.result(),
            Hostile.result(),
            Priced.measured(Priced.withWorkload(Results.researchBatch())),
            Priced.measured(Priced.withWorkload(Hostile.result()))));
  }

  @ParameterizedTest
  @MethodSource("results")
  void sameResult_givesSameBytes(SimulationResult result) {
    assertEquals(HtmlReport.render(result).page(), HtmlReport.render(result).page());
  }

  @ParameterizedTest
  @MethodSource("results")
  void everyLinkWithinThePage_leadsToExactlyOneElement(SimulationResult result) {
    Document page = page(result);
    for (Element link : page.select("a[href^=#]")) {
      assertEquals(1, idsEqualTo(page, link.attr("href").substring(1)), link.outerHtml());
    }
    assertEquals(
        page.select("[id]").size(), page.select("[id]").eachAttr("id").stream().distinct().count());
  }

  @ParameterizedTest
  @MethodSource("results")
  void everyFailedPolicy_linksToEvidenceWithinDetails(SimulationResult result) {
    Document page = page(result);
    for (Element cell : page.select("table.matrix td.no, table.matrix td.honest")) {
      String target = cell.select("a").attr("href").substring(1);
      Element evidence = page.expectFirst("[id='" + target + "']");
      assertNotNull(evidence.closest("details"), target);
      assertFalse(evidence.is("details"), "a link to `details` itself leaves it closed");
    }
  }

  @ParameterizedTest
  @MethodSource("results")
  void page_holdsNothingThatItsPolicyForbidsOrThatComesFromElsewhere(SimulationResult result) {
    Document page = page(result);
    assertEquals(0, page.select("[style], script, iframe, object, embed, img, form").size());
    assertEquals(1, page.select("style").size());
    for (Element element : page.getAllElements()) {
      element.attributes().forEach(a -> assertFalse(a.getKey().startsWith("on"), a.html()));
    }
    for (Element link : page.select("[href], [src], [xlink:href]")) {
      String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
      assertTrue(target.startsWith("#") || target.equals("data:,"), link.outerHtml());
    }
    assertFalse(page.expectFirst("style").data().contains("url("));
  }

  @Test
  void contentSecurityPolicy_admitsThisStylesheetAlone() throws NoSuchAlgorithmException {
    Document page = page(Results.hrRollout());
    byte[] sheet = page.expectFirst("style").data().getBytes(UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(sheet));
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-" + hash + "';"), policy);
    assertFalse(policy.contains("unsafe"));
  }

  @Test
  void hostileNames_areTextAndNothingElse() {
    Document page = page(Hostile.result());
    assertEquals(0, page.select("script, img, b, svg[onload], main style").size());
    String text = page.body().wholeText();
    Hostile.NAMES.values().stream()
        .filter(name -> name.length() <= 40)
        .forEach(name -> assertTrue(text.contains(name), name));
  }

  @Test
  void verdict_isTheHeadline() {
    Document page = page(Results.hrRollout());
    assertEquals(
        "Use token-exchange. On-behalf-of is not required, a door that only agents pass is.",
        page.select("h1").text());
    assertEquals(
        "Use credential-inheritance. On-behalf-of is not required.",
        page(Results.marketing()).select("h1").text());
    assertEquals(
        "No strategy of this run enforces every policy. On-behalf-of is not required.",
        page(Results.researchBatch()).select("h1").text());
  }

  @Test
  void matrix_saysInWordsWhatItMarks_aRowForEachPolicy() {
    Document page = page(Results.hrRollout());
    assertEquals(
        List.of("✗ no", "✓ yes", "✓ yes"),
        page.expectFirst("table.matrix tbody tr").select("td").eachText());
    assertEquals(List.of("2 of 4", "2 of 4", "4 of 4"), page.select(".matrix .total").eachText());
    assertEquals("4 of 4", page.select(".matrix tfoot .chosen").text());
  }

  @Test
  void matrixOfManyPolicies_showsThoseThatFail_andFoldsTheRest() {
    Document page = page(Samples.manyPolicies(200));
    assertEquals(40, page.select("table#matrix tbody tr").size());
    assertEquals(160, page.select("details table#matrix-rest tbody tr").size());
  }

  @Test
  void strategiesThatFareAlike_shareAColumnAndACard() {
    Document page = page(Many.result());
    assertEquals(
        List.of(
            "credential-inheritance and 4 like it",
            "agent-header and 3 like it",
            "service-account",
            "token-exchange and 6 like it"),
        page.select(".matrix thead th").eachText());
    assertEquals(4, page.select("details.strategy").size());
    assertEquals(7, page.select("details.strategy:has(.badge) tbody tr").size());
  }

  @Test
  void whatHoldsForHonestAgentsOnly_isMarkedApart() {
    Document page = page(Many.result());
    assertEquals(
        List.of("✗ no", "! if honest", "✓ yes", "✓ yes"),
        page.expectFirst(".matrix tbody tr").select("td").eachText());
    assertEquals(
        List.of("2 of 4", "4 of 4", "2 of 4", "4 of 4"),
        page.select(".matrix tfoot tr:last-child td").eachText());
    assertEquals(
        List.of("0", "0", "2"),
        page.select("#wrong tr:has(th:contains(agent-header)) td").eachText());
  }

  @Test
  void strategiesThatFareAlike_shareOneProof() {
    List<Element> proofs = page(Many.result()).select("details.proof");
    assertEquals(
        List.of(
            "✗ credential-inheritance, secret-broker, client-id, exchange-impersonation, macaroon",
            "! agent-header, agent-mtls, workload-proof, gateway",
            "✗ service-account"),
        proofs.stream().map(proof -> proof.expectFirst("summary > span").text()).toList());
    assertEquals(1, proofs.stream().filter(proof -> proof.hasAttr("open")).count());
  }

  @Test
  void resourceThatOnePointMustSee_showsTheDeniedCorner() {
    Element table = page(Results.hrRollout()).expectFirst("table.corner");
    assertEquals(List.of("directly", "via hr-agent"), table.select("thead th").eachText());
    assertEquals(
        List.of("omar ✓ permitted ✗ denied", "dana permitted ✓ permitted"),
        table.select("tbody tr").eachText());
  }

  @Test
  void proof_namesTheClaimThatWouldTellTheRequestsApart() {
    Document page = page(Results.hrRollout());
    assertEquals(List.of("act naming the agent"), absent(page, "proof-credential-inheritance"));
    assertEquals(List.of("sub naming the user"), absent(page, "proof-service-account"));
    assertEquals(
        List.of("mode under a signature"),
        absent(page(Results.researchBatch()), "proof-token-exchange"));
  }

  @Test
  void proof_quotesThePolicyWithItsLine() {
    Element proof = page(Results.hrRollout()).expectFirst("#proof-credential-inheritance");
    assertEquals(
        "p1 hr-staff MAY use employee-records directly · scenarios/hr-rollout.yaml:12",
        proof.select(".source").text());
    assertEquals(List.of("p4 by the same two requests"), proof.select(".also li").eachText());
  }

  @Test
  void names_standApart_andLongOnesAreShortenedInTheMiddle() throws TemplateModelException {
    assertEquals("a &lt;b&gt; c", said("a <b> c"));
    assertEquals("<bdi>שלום</bdi> may", said("שלום may"));
    String name = "n".repeat(30) + "-" + "m".repeat(30);
    assertEquals(
        "<bdi title=\"" + name + "\">" + "n".repeat(23) + "…" + "m".repeat(16) + "</bdi>",
        said(name));
  }

  @Test
  void failedExpectation_isSaidOnTheFirstScreen() {
    assertEquals(
        "✗ An expectation of the scenario failed",
        page(Results.withFailedExpectation()).select(".verdict .expectations").text());
  }

  /** What a product's tokens enforce mustn't be taken for what strategies do. */
  @Test
  void productBehindTheTokens_isNamedAtTheTop() {
    String page =
        HtmlReport.render(Results.hrRollout(), new TreeMap<>(Map.of("product", "x-1: Server & Co")))
            .page();
    assertTrue(
        Jsoup.parse(page).select("#verdict .lead strong").text().contains("x-1: Server & Co"));
    assertFalse(HtmlReport.render(Results.hrRollout()).page().contains("--profile"));
  }

  @Test
  void environment_saysHowToRepeatTheRun() {
    String page = HtmlReport.render(Results.hrRollout(), new TreeMap<>(Map.of("seed", "7"))).page();
    String text = Jsoup.parse(page).body().text();
    assertTrue(
        text.contains("java -jar sim.jar " + Results.hrRollout().scenario().file() + " --seed 7"));
    assertTrue(text.contains("SHA-256 9f86d081"));
    assertTrue(text.contains("Environment seed 7"));
  }

  @Test
  void commandLine_quotesStrangeFileNames() {
    assertEquals("scenarios/a.yaml", ReportModel.quoted("scenarios/a.yaml"));
    assertEquals("'it'\\''s; rm -rf'", ReportModel.quoted("it's; rm -rf"));
  }

  @Test
  void pageOfManyStrategies_staysUnder300Kilobytes() {
    int bytes = HtmlReport.render(Priced.measured(Many.result())).page().getBytes(UTF_8).length;
    assertTrue(bytes < 300_000, bytes + " bytes");
  }

  @Test
  void fourPages_stayUnder500Kilobytes() {
    int bytes =
        Results.all().stream()
            .map(result -> Priced.measured(Priced.withWorkload(result)))
            .mapToInt(r -> HtmlReport.render(r).page().getBytes(UTF_8).length)
            .sum();
    assertTrue(bytes < 500_000, bytes + " bytes");
  }

  private static String said(String text) throws TemplateModelException {
    return HTMLOutputFormat.INSTANCE.getMarkupString(new Say().of(text));
  }

  private static Document page(SimulationResult result) {
    return Jsoup.parse(HtmlReport.render(result).page());
  }

  private static long idsEqualTo(Document page, String id) {
    return page.select("[id]").eachAttr("id").stream().filter(id::equals).count();
  }

  private static List<String> absent(Document page, String evidence) {
    return page.select("#" + evidence + " .absent th[scope=row]").eachText();
  }
}
