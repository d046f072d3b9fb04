package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;

/** Reads texts, and varies one file of which every key is valid. */
public final class Reading {
  private static final String BASE =
      """
      scenario: s
      users: [alice, bob]
      groups: {team: [alice, bob], lead: [alice], bots: [bar, baz], files: [doc, web]}
      agents: [bar, baz]
      chains: [[bar, baz]]
      resources: {doc: [read, write], web: }
      context: {mode: [batch, live], risk: [low, high]}
      default: deny
      policies: [alice MAY use doc]
      expect: {recommended: none, enforced: {some-strategy: 1}}
      """;

  private Reading() {}

  public static Scenario read(String text) throws InvalidScenarioException {
    return ScenarioReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  static InvalidScenarioException refusal(byte[] bytes) {
    return assertThrows(InvalidScenarioException.class, () -> ScenarioReader.read("f.yaml", bytes));
  }

  static InvalidScenarioException refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The problems as {@code line:column: message}. */
  static List<String> problems(String text) {
    return lines(refusal(text));
  }

  static List<String> lines(InvalidScenarioException refusal) {
    return refusal.problems().stream()
        .map(p -> p.position().line() + ":" + p.position().column() + ": " + p.message())
        .toList();
  }

  /** The base file with the line of one key replaced. */
  public static String with(String key, String line) {
    return BASE.replaceFirst("(?m)^" + key + ":.*$", Matcher.quoteReplacement(line));
  }

  /** The base file with one policy; its sentence begins at 10:5. */
  public static String withPolicy(String sentence) {
    return with("policies", "policies:\n  - " + sentence);
  }

  /** The one policy of the base file with this sentence. */
  static Policy policy(String sentence) throws InvalidScenarioException {
    return read(withPolicy(sentence)).policies().get(0);
  }

  /** What the policy speaks of, if it names no relation. */
  public static Clause clause(Policy policy) {
    assertEquals(1, policy.clauses().size(), policy::text);
    return policy.clauses().get(0);
  }
}
