package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Position;
import dev.onbehalf.scenario.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every text is a scenario or has problems with a place in it; nothing else is ever thrown. */
final class RandomFilesTest {
  private static final int CASES = 3_000;
  private static final List<String> FRAGMENTS =
      List.of(
          ":",
          "- ",
          "  ",
          "\n",
          "\t",
          "[",
          "]",
          "{",
          "}",
          ",",
          "#",
          "&a ",
          "*a",
          "!",
          "!!str ",
          "|",
          ">",
          "'",
          "\"",
          "%",
          "@",
          "`",
          "?",
          "---\n",
          "...\n",
          "<<: ",
          "\\",
          "\u0000",
          "\u202e",
          "\ufeff",
          "\ud83d\ude00",
          "MAY",
          "NOT",
          "via",
          "then",
          "any agent",
          "when",
          "is",
          "and",
          "except",
          "directly",
          "users",
          "policies:",
          "r1",
          "u1",
          "\r\n",
          "\u0085");

  private static final List<String> SENTENCE_WORDS =
      List.of(
          "MAY",
          "NOT",
          "not",
          "may",
          ",",
          "use",
          "access",
          "read",
          "u1",
          "gu",
          "a0",
          "a1",
          "ga",
          "r0",
          "r2",
          "anyone",
          "anything",
          "except",
          "directly",
          "only",
          "own",
          "help",
          "gg",
          "via",
          "using",
          "any",
          "agent",
          "then",
          "when",
          "mode",
          "is",
          "m0",
          "m1",
          "and",
          "r9");

  private final Random random = new Random(20_240_607);

  @Test
  void validScenarios_areRead() throws InvalidScenarioException {
    for (int i = 0; i < CASES; i++) {
      assertFalse(Reading.read(scenario()).policies().isEmpty());
    }
  }

  @Test
  void mutatedScenarios_areReadOrRefusedInPlace() {
    for (int i = 0; i < CASES; i++) {
      check(mutated(scenario()).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void mutatedBytes_areReadOrRefusedInPlace() {
    for (int i = 0; i < CASES; i++) {
      byte[] bytes = scenario().getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      check(bytes);
    }
  }

  @Test
  void shuffledSentences_areReadOrRefusedInPlace() {
    for (int i = 0; i < CASES; i++) {
      StringBuilder sentence = new StringBuilder("policies:\n  - u0");
      for (int words = random.nextInt(12); words > 0; words--) {
        sentence.append(random.nextBoolean() ? " MAY " : " ").append(one(SENTENCE_WORDS));
      }
      String text = scenario().replaceFirst("policies:", sentence + "\n  - u0 MAY use r0\nx:");
      check(text.replaceFirst("\nx:\n(  - .*\n)*", "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void check(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      ScenarioReader.read("f.yaml", bytes);
    } catch (InvalidScenarioException refused) {
      assertFalse(refused.problems().isEmpty(), text);
      refused.problems().forEach(problem -> checkPlace(problem, text));
    }
  }

  private static void checkPlace(Problem problem, String text) {
    String[] lines = text.split("\r\n|\n|\r", -1);
    Position position = problem.position();
    assertTrue(position.line() >= 1 && position.line() <= lines.length, text + problem);
    int columns = lines[position.line() - 1].length() + 1;
    assertTrue(position.column() >= 1 && position.column() <= columns, text + problem);
    assertTrue(problem.message().chars().noneMatch(c -> c < ' '), problem.message());
    assertTrue(problem.excerpt().lines().count() <= 2, problem.excerpt());
  }

  private String mutated(String text) {
    String mutated = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int start = random.nextInt(mutated.length());
      int end = Math.min(mutated.length(), start + random.nextInt(4));
      String inserted = random.nextBoolean() ? one(FRAGMENTS) : "";
      mutated = mutated.substring(0, start) + inserted + mutated.substring(end) + " ";
    }
    return mutated;
  }

  private String scenario() {
    List<String> policies = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      policies.add(random.nextInt(4) == 0 ? longForm(sentence()) : sentence());
    }
    return "scenario: s\n"
        + (random.nextBoolean() ? "about: some text\n" : "")
        + "users: [u0, u1, u2]\n"
        + "groups: {gu: [u0, u1], ga: [a1], gr: [r0, r1], gg: [gu, u2]}\n"
        + "relations: {own: {r0: u0, r1: [u1, u2]}, help: {u0: a0, u2: [a0, a1]}}\n"
        + "agents:\n- a0\n- a1\n"
        + (random.nextBoolean() ? "chains: [[a0, a1]]\n" : "")
        + "resources:\n  r0: [read, write]\n  r1:\n  r2: [read]\n"
        + "context: {mode: [m0, m1]}\n"
        + "default: "
        + one(List.of("deny", "unspecified"))
        + "\npolicies:\n  - "
        + String.join("\n  - ", policies)
        + "\n"
        + (random.nextBoolean() ? "expect: {recommended: none, enforced: {x: 1}}\n" : "");
  }

  private static String longForm(String sentence) {
    return "{say: '" + sentence + "', because: reasons}";
  }

  private String sentence() {
    boolean may = random.nextBoolean();
    return one(List.of("anyone", "u0", "gu", "u0, u2", "gg, u2", "own", "own, u1"))
        + one(List.of("", " except u1", " except gu", " except own"))
        + (may ? " MAY " : " MAY NOT ")
        + one(List.of("use", "access", "read", "read, write"))
        + one(List.of(" anything", " r0", " gr", " r0, r2"))
        + one(List.of("", " directly", path(may) + "a0 then a1", path(may) + any()))
        + one(List.of("", " when mode is m0", " when mode is m0, m1"));
  }

  private String path(boolean may) {
    return one(List.of(" via ", " using ", may ? " only via " : " except via "));
  }

  private String any() {
    return one(List.of("ga", "any agent", "any agent except a0", "help", "any agent except help"));
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
