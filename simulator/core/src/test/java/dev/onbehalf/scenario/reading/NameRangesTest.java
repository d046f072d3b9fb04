package dev.onbehalf.scenario.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A range is read as the names that it stands for, and is held as a range. */
final class NameRangesTest {
  @Test
  void range_isReadAsTheNamesThatItStandsFor() throws InvalidScenarioException {
    Scenario ranged =
        read(
            """
            scenario: x
            users: [boss, "u[1..3]", zoe]
            agents: ["a[0..2]"]
            groups:
              team: ["u[2..3]", boss]
              bots: ["a[1..2]"]
              shelf: ["r[9..11]", both]
            resources:
              "r[8..12]": [read, write]
              both:
            policies:
              - team except u3 MAY read shelf via bots
              - anyone except team MAY NOT use anything via any agent except a1
              - nobody, zoe MAY use both via a0
              - anyone MAY use both
            """);
    Scenario written =
        read(
            """
            scenario: x
            users: [boss, u1, u2, u3, zoe]
            agents: [a0, a1, a2]
            groups:
              team: [u2, u3, boss]
              bots: [a1, a2]
              shelf: [r9, r10, r11, both]
            resources:
              r8: [read, write]
              r9: [read, write]
              r10: [read, write]
              r11: [read, write]
              r12: [read, write]
              both:
            policies:
              - team except u3 MAY read shelf via bots
              - anyone except team MAY NOT use anything via any agent except a1
              - nobody, zoe MAY use both via a0
              - anyone MAY use both
            """);
    assertEquals(written.users(), ranged.users());
    assertEquals(written.agents(), ranged.agents());
    assertEquals(written.groups(), ranged.groups());
    assertEquals(written.resources(), ranged.resources());
    assertEquals(
        written.requests().map(written::truth).toList(),
        ranged.requests().map(ranged::truth).toList());
    assertEquals(written.requests().toList(), ranged.requests().toList());
  }

  @Test
  void range_isNeverWrittenOut() throws InvalidScenarioException {
    Scenario scenario =
        read(
            """
            scenario: x
            users:
              - u[1..900000000]
            groups:
              most: ["u[2..900000000]"]
            agents: ["a[1..10000]"]
            resources:
              r[1..1000000000]: [read, write]
            policies:
              - most MAY read r1000000000 via a5
              - anyone except most MAY NOT use anything
            """
                .replace("1..1000000000", "1..100000000")
                .replace("r1000000000", "r100000000"));
    Set<String> most = users(scenario, 0);
    assertEquals(899_999_999, most.size());
    assertFalse(most.contains("u1"));
    assertTrue(most.contains("u900000000"));
    assertFalse(most.contains("u0900000000"));
    assertFalse(most.contains("u900000001"));
    assertEquals(Set.of("u1"), users(scenario, 1));
    assertEquals(
        new Resource("r100000000", List.of("read", "write")), scenario.resources().get(99_999_999));
  }

  private static Set<String> users(Scenario scenario, int policy) {
    List<Clause> clauses = scenario.policies().get(policy).clauses();
    return clauses.get(0).users();
  }

  private static Scenario read(String yaml) throws InvalidScenarioException {
    return ScenarioReader.read("x.yaml", yaml.getBytes(UTF_8));
  }

  static Stream<Arguments> refused() {
    String shape =
        " is no range; expected a name and two numbers of at most 9 digits, without zeros before"
            + " them, such as `u[1..100]`";
    return Stream.of(
        arguments("\"u[9..1]\"", "`u[9..1]` counts down; expected `u[1..9]`"),
        arguments("\"u[1..x]\"", "`u[1..x]`" + shape),
        arguments("\"u[1-9]\"", "`u[1-9]`" + shape),
        arguments("\"u[01..10]\"", "`u[01..10]`" + shape),
        arguments("\"u[1..1000000000]\"", "`u[1..1000000000]`" + shape),
        arguments(
            "\"u1[0..9]\"",
            "`u1[0..9]` has a digit before its numbers; expected a letter or sign there"),
        arguments("\"[1..9]\"", "`[1..9]` has no name before its numbers, such as `u[1..100]`"),
        arguments(
            "\"u[1..9]\", \"u[9..20]\"",
            "`u[9..20]` has a name that `u[1..9]` on line 2 has or is already, or one like it"),
        arguments(
            "u5, \"u[1..9]\"",
            "`u[1..9]` has a name that `u5` on line 2 has or is already, or one like it"),
        arguments("\"u[1..9]\", u5", "`u5`, or a name like it, is one of `u[1..9]` on line 2"),
        arguments("\"u[1..9]\", U5", "`U5`, or a name like it, is one of `u[1..9]` on line 2"),
        arguments("\"u[1..19]\", ul0", "`ul0`, or a name like it, is one of `u[1..19]` on line 2"),
        arguments(
            "\"u[1..999999999]\", \"v[1..999999999]\"",
            "there are more than 1000000000 users up to here"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String users, String message) {
    assertEquals(
        List.of(message),
        problems(
            """
            users: [%s]
            resources: [r]
            policies: [anyone MAY use r]
            """
                .formatted(users)));
  }

  /** What is wrong with the scenario that says this. */
  private static List<String> problems(String said) {
    return assertThrows(InvalidScenarioException.class, () -> read("scenario: x\n" + said))
        .problems()
        .stream()
        .map(one -> one.message())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"u[5..10], there is no `u[5..10]`", "u[9..5], `u[9..5]` counts down"})
  void memberThatIsNotDeclared_isRefused(String member, String message) {
    List<String> problems =
        problems(
            """
            users: ["u[1..9]"]
            groups: {team: ["%s"]}
            resources: [r]
            policies: [team MAY use r]
            """
                .formatted(member));
    assertTrue(problems.get(0).startsWith(message), problems::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "u[5..10] | u[1..9] | ; `u[1..9]` is declared",
        "u10 | u[1..9] | ; `u[1..9]` is declared",
        "u15 | u[1..9], u[20..29] | ; `u[1..9]`, `u[20..29]` are declared",
        "v10 | u[1..9] | ''",
      })
  void nameBesideARange_isRefusedWithTheRange(String name, String ranges, String hint) {
    assertEquals(
        List.of("there is no `" + name + "`; expected a user or a group of users" + hint),
        problems(
            """
            users: ["%s"]
            resources: [r]
            policies: ["%s MAY use r"]
            """
                .formatted(ranges.replace(", ", "\", \""), name)));
  }
}
