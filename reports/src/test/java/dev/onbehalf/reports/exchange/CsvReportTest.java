package dev.onbehalf.reports.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.html.Hostile;
import dev.onbehalf.reports.html.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CSV as RFC 4180 has it. */
final class CsvReportTest {
  @Test
  void rows_areScenariosTimesStrategiesTimesPolicies() {
    List<String> rows = CsvReport.render(Results.all()).lines().toList();
    assertEquals(1 + 3 * (4 + 4 + 3 + 4), rows.size());
    assertTrue(rows.get(0).startsWith("scenario,file,line,policy,text,strategy,outcome"));
    assertTrue(
        rows.get(1)
            .startsWith(
                "hr-rollout,scenarios/hr-rollout.yaml,12,p1,hr-staff MAY use employee-records"
                    + " directly,credential-inheritance,can't be enforced,false,false,false,0,0,0"));
  }

  @Test
  void strategyThatFailed_isARowWithItsError() {
    List<String> rows = CsvReport.render(List.of(Results.withFailedStrategy())).lines().toList();
    assertEquals(1 + 3 * 4 + 1, rows.size());
    assertTrue(rows.get(0).endsWith(",error"));
    assertEquals(
        "hr-rollout,scenarios/hr-rollout.yaml,,,,my-own,failed,,,,,,,,,,,,,"
            + "\"my-own (my.jar) failed: it broke, \"\"twice\"\"\"",
        rows.get(13));
  }

  @Test
  void commas_areQuoted() {
    assertTrue(
        CsvReport.render(List.of(Results.marketing()))
            .contains(",\"sarah, mark MAY read google-analytics\","));
  }

  @Test
  void quotes_areDoubledAndFormulasAreText() {
    String csv = CsvReport.render(List.of(Hostile.result()));
    assertTrue(csv.contains("\"<style>*{display:none}</style> MAY use \"\"><img"), csv);
    assertTrue(csv.contains(",'--><!--"), csv);
  }
}
