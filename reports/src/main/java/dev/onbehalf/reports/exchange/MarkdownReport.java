package dev.onbehalf.reports.exchange;

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
    lines.add("## " + text(result.scenario().name()));
    lines.add("");
    lines.add("**" + text(result.verdict().summary()) + "**");
    lines.add("");
    addExpectations(result, lines);
    addFailures(result, lines);
    addMatrix(result, lines);
    addRuledOut(result, lines);
    return String.join("\n", lines) + "\n";
  }

  private static void addExpectations(SimulationResult result, List<String> lines) {
    List<ExpectationResult> failed =
        result.expectations().stream().filter(expectation -> !expectation.held()).toList();
    failed.forEach(expectation -> lines.add(failure(result, expectation)));
    if (!failed.isEmpty()) {
      lines.add("");
    }
  }

  private static void addFailures(SimulationResult result, List<String> lines) {
    result
        .failed()
        .forEach(failure -> lines.add("- ✗ strategy " + text(ResultWords.sentence(failure))));
    if (!result.failed().isEmpty()) {
      lines.add("");
    }
  }

  private static String failure(SimulationResult result, ExpectationResult expectation) {
    return "- ✗ expectation failed at "
        + text(result.scenario().file() + ":" + expectation.line())
        + ": "
        + text(ResultWords.sentence(expectation));
  }

  private static void addMatrix(SimulationResult result, List<String> lines) {
    List<PolicyFacts> policies = result.policies();
    lines.add(
        row(
            "Strategy",
            "Enforced",
            policies,
            policy -> text(policy.id()),
            "Decided at | Signatures + round trips | Standing"));
    lines.add(row("---", "---", policies, policy -> "---", "--- | --- | ---"));
    for (StrategyResult strategy : result.strategies()) {
      lines.add(
          row(
              name(result, strategy),
              StrategyWords.score(strategy),
              policies,
              policy -> outcome(policy, strategy),
              StrategyWords.points(strategy)
                  + " | "
                  + work(strategy)
                  + " | "
                  + standing(strategy)));
    }
    lines.add("");
    StrategyWords.legend(result.strategies())
        .ifPresent(legend -> lines.addAll(List.of(legend, "")));
    policies.forEach(policy -> lines.add("- " + words(policy)));
  }

  private static String name(SimulationResult result, StrategyResult strategy) {
    String name = text(strategy.name());
    return result.recommends(strategy) ? "**" + name + "**" : name;
  }

  private static void addRuledOut(SimulationResult result, List<String> lines) {
    List<RuledOut> proved =
        result.verdict().ruledOut().stream().filter(out -> !out.witness().isEmpty()).toList();
    if (!proved.isEmpty()) {
      lines.add("");
    }
    for (RuledOut out : proved) {
      lines.add("- Why not " + text(out.strategy()) + ": " + text(out.witness()));
    }
  }

  private static String row(
      String first,
      String second,
      List<PolicyFacts> policies,
      Function<PolicyFacts, String> cell,
      String last) {
    return Stream.of(Stream.of(first, second), policies.stream().map(cell), Stream.of(last))
        .flatMap(Function.identity())
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String words(PolicyFacts policy) {
    return text(policy.id()) + " (line " + policy.line() + "): " + text(policy.text());
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

  private static String text(String text) {
    return MarkdownText.escaped(text);
  }
}
