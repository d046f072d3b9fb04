package dev.onbehalf.reports.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.html.Hostile;
import dev.onbehalf.reports.html.Results;
import dev.onbehalf.simulation.result.SimulationResult;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A failed expectation is a failure; in the matrix, a policy that can't be enforced a finding. */
final class JUnitReportTest {
  @Test
  void failedExpectations_areFailures() throws Exception {
    Document xml = parse(Results.withFailedExpectation());
    assertEquals("2", xml.getDocumentElement().getAttribute("failures"));
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertEquals(
        "recommended: expected service-account, but found token-exchange",
        failure.getAttribute("message"));
    assertTrue(failure.getTextContent().startsWith("scenarios/hr-rollout.yaml:17: "));
  }

  @Test
  void policiesThatCantBeEnforced_areSkippedWithTheProof() throws Exception {
    Document xml = parse(JUnitReport.matrix(List.of(Results.hrRollout())));
    assertEquals("0", xml.getDocumentElement().getAttribute("failures"));
    assertEquals("4", xml.getDocumentElement().getAttribute("skipped"));
    Element skipped = (Element) xml.getElementsByTagName("skipped").item(0);
    assertTrue(
        skipped.getAttribute("message").contains("omar modify employee-records via hr-agent"));
  }

  @Test
  void strategyThatFailed_isAnError() throws Exception {
    Document xml = parse(Results.withFailedStrategy());
    assertEquals("1", xml.getDocumentElement().getAttribute("errors"));
    Element error = (Element) xml.getElementsByTagName("error").item(0);
    assertEquals("it broke, \"twice\"", error.getAttribute("message"));
  }

  @Test
  void expectations_areAllThatIsCountedUnlessTheMatrixIsAskedFor() throws Exception {
    Document xml = parse(Results.hrRollout());
    String expectations = String.valueOf(Results.hrRollout().expectations().size());
    assertEquals(expectations, xml.getDocumentElement().getAttribute("tests"));
    assertEquals("0", xml.getDocumentElement().getAttribute("skipped"));
  }

  @Test
  void counts_addUp() throws Exception {
    Document xml = parse(JUnitReport.matrix(List.of(Results.hrRollout())));
    assertEquals("14", xml.getDocumentElement().getAttribute("tests"));
    assertEquals(14, xml.getElementsByTagName("testcase").getLength());
  }

  @Test
  void hostileNames_keepTheDocumentWellFormed() throws Exception {
    String matrix = JUnitReport.matrix(List.of(Hostile.result()));
    assertEquals(0, parse(matrix).getElementsByTagName("script").getLength());
  }

  @Test
  void unwritableCharacters_areReplaced() {
    assertTrue(new Xml().open("a").attribute("b", "x\u0001y").close().text().contains("x\uFFFDy"));
  }

  private static Document parse(SimulationResult result) throws Exception {
    return parse(JUnitReport.render(List.of(result)));
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
