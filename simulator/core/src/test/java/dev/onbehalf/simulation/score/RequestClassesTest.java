package dev.onbehalf.simulation.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests that no policy tells apart are in one class, and counted there. */
final class RequestClassesTest {
  private static final String YAML =
      """
      scenario: classes
      users: [ann, bob, cid]
      agents: [ada, bot, cat]
      resources: {disk: [read, write], mail: [read, write]}
      context: {mode: [work, play, rest]}
      policies:
        - ann MAY read anything via ada when mode is work
      """;

  private static Scenario read(String yaml) throws InvalidScenarioException {
    return ScenarioReader.read("classes.yaml", yaml.getBytes(UTF_8));
  }

  @Test
  void members_areTogetherWhereNoPolicyTellsThemApart() throws InvalidScenarioException {
    RequestClasses classes = new RequestClasses(read(YAML));
    assertEquals(List.of(List.of("ann"), List.of("bob", "cid")), members(classes.users()));
    assertEquals(
        List.of(
            List.of(List.of()), List.of(List.of("ada")), List.of(List.of("bot"), List.of("cat"))),
        members(classes.paths()));
    assertEquals(
        List.of(
            List.of(new Target("disk", "read"), new Target("mail", "read")),
            List.of(new Target("disk", "write"), new Target("mail", "write"))),
        members(classes.targets()));
    assertEquals(3 * 4 * 4 * 3, classes.size());
    assertEquals(
        classes.size(),
        IntStream.range(0, classes.rows())
            .mapToLong(row -> classes.weight(row) * classes.weigh(0, classes.existing(row, 0)))
            .sum());
    assertEquals(
        List.of(1L, 2L), List.of(classes.contextsOf(0), classes.contextsOf(classes.row(0, 0, 1))));
  }

  @Test
  void whoCanBeTold_standsApart() throws InvalidScenarioException {
    Scenario scenario = read(YAML);
    RequestClasses classes = RequestClasses.apart(scenario);
    assertEquals(List.of(List.of("ann"), List.of("bob"), List.of("cid")), members(classes.users()));
    assertEquals(List.of(1, 2, 0), alike(classes.users()));
    assertEquals(
        List.of(
            List.of(List.of()),
            List.of(List.of("ada")),
            List.of(List.of("bot")),
            List.of(List.of("cat"))),
        members(classes.paths()));
    assertEquals(List.of(1, 1, 2, 0), alike(classes.paths()));
    assertEquals(4, classes.columns());
    BitSet mail = new BitSet();
    mail.set(2, 4);
    assertEquals(mail, classes.columnsOf(scenario.resources().get(1)));
  }

  private static <T> List<List<T>> members(Axis<T> axis) {
    return IntStream.range(0, axis.size()).mapToObj(axis::members).toList();
  }

  private static List<Integer> alike(Axis<?> axis) {
    return IntStream.range(0, axis.size()).mapToObj(axis::alike).toList();
  }

  @Test
  void moreKindsThanATableHolds_areRefused() throws InvalidScenarioException {
    int named = 2_500;
    int resources = 700;
    StringBuilder yaml =
        new StringBuilder(
            """
            scenario: kinds
            users: ["u[1..3000]"]
            agents: ["a[1..3000]"]
            resources: ["r[1..1000]"]
            policies:
            """);
    for (int i = 1; i <= named; i++) {
      yaml.append("  - u%d MAY use r%d via a%d\n".formatted(i, 1 + i % resources, i));
    }
    Scenario scenario = read(yaml.toString());
    assertEquals(
        "the policies tell %,d kinds of requests apart; at most 4,294,967,296 can be scored in a"
                .formatted((named + 1L) * (named + 2) * (resources + 1))
            + " run; for any number there is `score`",
        assertThrows(ScenarioTooLargeException.class, () -> new RequestClasses(scenario))
            .getMessage());
  }
}
