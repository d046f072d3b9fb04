package dev.onbehalf.reports.exchange;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Results as JUnit XML. An expectation that failed is a failure, a strategy that failed an error.
 * In the matrix, a policy that a strategy falls short of is a finding and no failure: it is
 * skipped, with the proof as its reason.
 */
public final class JUnitReport {
  private JUnitReport() {}

  /** A test suite for each scenario, a test for each expectation. */
  public static String render(List<SimulationResult> results) {
    return render(results, JUnitReport::expected);
  }

  /** Likewise, with a test for each strategy and policy, too. */
  public static String matrix(List<SimulationResult> results) {
    return render(results, JUnitReport::expectedAndEnforced);
  }

  private static String render(
      List<SimulationResult> results, Function<SimulationResult, List<TestCase>> tests) {
    List<List<TestCase>> suites = results.stream().map(tests).toList();
    Xml xml = new Xml();
    xml.open("testsuites");
    counts(xml, suites.stream().flatMap(List::stream).toList());
    for (int i = 0; i < results.size(); i++) {
      xml.open("testsuite").attribute("name", results.get(i).scenario().name());
      counts(xml, suites.get(i));
      suites.get(i).forEach(testCase -> testCase.write(xml));
      xml.close();
    }
    xml.close();
    return xml.text();
  }

  private static void counts(Xml xml, List<TestCase> cases) {
    xml.attribute("tests", String.valueOf(cases.size()))
        .attribute("failures", String.valueOf(count(cases, Ending.FAILED)))
        .attribute("errors", String.valueOf(count(cases, Ending.BROKEN)))
        .attribute("skipped", String.valueOf(count(cases, Ending.SKIPPED)));
  }

  private static long count(List<TestCase> cases, Ending ending) {
    return cases.stream().filter(testCase -> testCase.ending() == ending).count();
  }

  private static List<TestCase> expected(SimulationResult result) {
    return Stream.concat(expectations(result), failures(result)).toList();
  }

  private static List<TestCase> expectedAndEnforced(SimulationResult result) {
    return Stream.of(expectations(result), policies(result), failures(result))
        .flatMap(Function.identity())
        .toList();
  }

  private static Stream<TestCase> expectations(SimulationResult result) {
    return result.expectations().stream().map(expectation -> testCase(result, expectation));
  }

  private static Stream<TestCase> policies(SimulationResult result) {
    return result.strategies().stream()
        .flatMap(
            strategy ->
                result.policies().stream().map(policy -> testCase(result, strategy, policy)));
  }

  private static Stream<TestCase> failures(SimulationResult result) {
    return result.failed().stream().map(failure -> testCase(result, failure));
  }

  private static TestCase testCase(SimulationResult result, FailedStrategy failure) {
    return new TestCase(
        result.scenario().name() + "." + failure.strategy(),
        ResultWords.name(failure),
        result.scenario().file(),
        1,
        Ending.BROKEN,
        failure.error());
  }

  private static TestCase testCase(SimulationResult result, ExpectationResult expectation) {
    return new TestCase(
        result.scenario().name() + ".expectations",
        expectation.what(),
        result.scenario().file(),
        expectation.line(),
        expectation.held() ? Ending.PASSED : Ending.FAILED,
        ResultWords.sentence(expectation));
  }

  private static TestCase testCase(
      SimulationResult result, StrategyResult strategy, PolicyFacts policy) {
    Outcome outcome = strategy.outcome(policy);
    String words = OutcomeWords.words(outcome);
    return new TestCase(
        result.scenario().name() + "." + strategy.name(),
        policy.id() + ": " + policy.text(),
        result.scenario().file(),
        policy.line(),
        outcome == Outcome.ENFORCED ? Ending.PASSED : Ending.SKIPPED,
        strategy.witness(policy).map(proof -> words + ": " + proof.sentence()).orElse(words));
  }

  private enum Ending {
    PASSED,
    FAILED,
    BROKEN,
    SKIPPED
  }

  private record TestCase(
      String className, String name, String file, int line, Ending ending, String why) {
    void write(Xml xml) {
      xml.open("testcase").attribute("classname", className).attribute("name", name);
      xml.attribute("file", file).attribute("line", String.valueOf(line));
      switch (ending) {
        case FAILED ->
            xml.open("failure")
                .attribute("type", "expectation")
                .attribute("message", why)
                .words(file + ":" + line + ": " + why)
                .close();
        case BROKEN ->
            xml.open("error").attribute("type", "strategy").attribute("message", why).close();
        case SKIPPED -> xml.open("skipped").attribute("message", why).close();
        case PASSED -> {}
      }
      xml.close();
    }
  }
}
