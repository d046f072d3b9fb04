package dev.onbehalf.reports.exchange;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Results as JUnit XML. An expectation that failed is a failure, a strategy that failed an error. A
 * policy that a strategy falls short of is a finding and no failure: it is skipped, with the proof
 * as its reason.
 */
public final class JUnitReport {
  private JUnitReport() {}

  /** A test suite for each scenario. */
  public static String render(List<SimulationResult> results) {
    List<List<TestCase>> suites = results.stream().map(JUnitReport::testCases).toList();
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

  private static List<TestCase> testCases(SimulationResult result) {
    List<TestCase> cases = new ArrayList<>();
    result.expectations().forEach(expectation -> cases.add(testCase(result, expectation)));
    for (StrategyResult strategy : result.strategies()) {
      result.policies().forEach(policy -> cases.add(testCase(result, strategy, policy)));
    }
    result.failed().forEach(failure -> cases.add(testCase(result, failure)));
    return cases;
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
