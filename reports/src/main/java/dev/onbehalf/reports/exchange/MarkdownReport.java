package dev.onbehalf.reports.exchange;

import static dev.onbehalf.reports.exchange.Markdown.escaped;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.RuledOut;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results in GitHub-flavoured Markdown, as for the summary of a CI step. */
public final class MarkdownReport {
  private MarkdownReport() {}

  /**
   * Of several scenarios the verdicts and a comparison of the strategies; then the scenarios one
   * after the other: verdict, failed expectations, table, proofs.
   */
  public static String render(List<SimulationResult> results) {
    Stream<String> comparison =
        results.size() < 2
            ? Stream.empty()
            : Stream.of(
                VerdictTable.render(results),
                ComparisonTable.enforced(results),
                ComparisonTable.costs(results));
    return Stream.concat(comparison, results.stream().map(MarkdownReport::render))
        .collect(Collectors.joining("\n"));
  }

  private static String render(SimulationResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("## " + escaped(result.scenario().name()));
    lines.add("");
    lines.add("**" + escaped(result.verdict().summary()) + "**");
    lines.add("");
    addExpectations(result, lines);
    addFailures(result, lines);
    addMatrix(result, lines);
    addRuledOut(result, lines);
    return String.join("\n", lines) + "\n";
  }

  private static void addExpectations(SimulationResult result, List<String> lines) {
    result.unmet().forEach(expectation -> lines.add(failure(result, expectation)));
    if (!result.asExpected()) {
      lines.add("");
    }
  }

  private static void addFailures(SimulationResult result, List<String> lines) {
    result
        .failed()
        .forEach(failure -> lines.add("- ✗ strategy " + escaped(ResultWords.sentence(failure))));
    if (!result.failed().isEmpty()) {
      lines.add("");
    }
  }

  private static String failure(SimulationResult result, ExpectationResult expectation) {
    return "- ✗ expectation failed at "
        + escaped(result.scenario().file() + ":" + expectation.line())
        + ": "
        + escaped(ResultWords.sentence(expectation));
  }

  private static void addMatrix(SimulationResult result, List<String> lines) {
    List<PolicyFacts> policies = result.policies();
    Markdown.table(
            row(
                List.of("Strategy", "Enforced"),
                policies.stream().map(policy -> escaped(policy.id())),
                List.of("Decided at", "Signatures + round trips", "Standing")),
            result.strategies().stream().map(strategy -> row(result, strategy)))
        .forEach(lines::add);
    lines.add("");
    StrategyWords.legend(result.strategies())
        .ifPresent(legend -> lines.addAll(List.of(legend, "")));
    policies.forEach(policy -> lines.add("- " + words(policy)));
  }

  private static String name(SimulationResult result, StrategyResult strategy) {
    String name = escaped(strategy.name());
    return result.recommends(strategy) ? "**" + name + "**" : name;
  }

  private static void addRuledOut(SimulationResult result, List<String> lines) {
    List<RuledOut> proved =
        result.verdict().ruledOut().stream().filter(out -> !out.witness().isEmpty()).toList();
    if (!proved.isEmpty()) {
      lines.add("");
    }
    for (RuledOut out : proved) {
      lines.add("- Why not " + escaped(out.strategy()) + ": " + escaped(out.witness()));
    }
  }

  private static List<String> row(SimulationResult result, StrategyResult strategy) {
    return row(
        List.of(name(result, strategy), StrategyWords.score(strategy)),
        result.policies().stream().map(policy -> outcome(policy, strategy)),
        List.of(StrategyWords.points(strategy), work(strategy), standing(strategy)));
  }

  private static List<String> row(List<String> first, Stream<String> cells, List<String> last) {
    return Stream.of(first.stream(), cells, last.stream()).flatMap(Function.identity()).toList();
  }

  private static String words(PolicyFacts policy) {
    return escaped(policy.id()) + " (line " + policy.line() + "): " + escaped(policy.text());
  }

  private static String outcome(PolicyFacts policy, StrategyResult strategy) {
    Outcome outcome = strategy.outcome(policy);
    return OutcomeWords.sign(outcome) + " " + OutcomeWords.brief(outcome);
  }

  private static String work(StrategyResult strategy) {
    Cost cost = strategy.cost();
    return cost.signatures() + " + " + cost.roundTrips();
  }

  private static String standing(StrategyResult strategy) {
    return StrategyWords.marked(strategy.cost().standing());
  }
}
