package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.SimulationResult;
import java.util.List;
import java.util.Map;

/** What the template of a scenario's page is filled with. */
final class ReportModel {
  private ReportModel() {}

  static Map<String, Object> of(SimulationResult result, Provenance provenance) {
    List<Matrix.Row> matrix = Matrix.rows(result);
    List<StrategyCard> cards = StrategyCard.of(result, matrix);
    return Map.of(
        "result", result,
        "headline", Headline.of(result),
        "matrix", matrix,
        "cards", cards,
        "recommended", cards.stream().filter(StrategyCard::recommended).toList(),
        "figures", List.of(CostFigure.of(result), WrongAnswersFigure.of(result)),
        "proofs", PolicyProof.of(result, matrix),
        "provenance", provenance,
        "command", provenance.command().orElse(command(result.scenario().file())));
  }

  private static String command(String file) {
    return "java -jar sim.jar " + ShellWord.quoted(file);
  }
}
