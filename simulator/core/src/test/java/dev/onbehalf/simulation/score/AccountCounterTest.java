package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.Accounts;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The fewest accounts are the fewest there can be, or bounds that hold. */
final class AccountCounterTest {
  @Test
  void unspecifiedRequests_letAnAccountHoldMoreThanEither() {
    assertEquals(
        new Accounts(1, 2, 1),
        count(
            """
            default: unspecified
            policies: [u MAY read r via a, v MAY write r via a]
            """));
  }

  @Test
  void deniedRequests_tellEveryTwoRowsApart() {
    assertEquals(
        new Accounts(3, 3, 3),
        count(
            """
            policies: [u MAY read r via a, v MAY write r via a, w MAY use r via a]
            """));
  }

  @Test
  void conflictsInACircle_takeAsManyAccountsAsTheirGraphHasColours() {
    // An odd circle has 3, though no 3 rows are in conflict.
    assertEquals(new Accounts(3, 5, 3), circle(5));
    assertEquals(new Accounts(2, 12, 2), circle(12));
  }

  @Test
  void moreRowsThanAreSolved_areBounded() {
    assertEquals(new Accounts(3, 13, 2), circle(13));
  }

  /** Rows without a conflict could share one account, as is seen where all are compared. */
  @Test
  void moreRowsThanAreCompared_areBoundedByWhatTheyArePermitted() {
    assertEquals(new Accounts(1, 1_000, 1), apart(1_000));
    assertEquals(new Accounts(1_001, 1_001, 1), apart(1_001));
  }

  /** Of each row something else is permitted, and nothing is denied. */
  private static Accounts apart(int rows) {
    StringBuilder world =
        new StringBuilder(
            """
            scenario: apart
            users: ["u[1..%d]"]
            agents: [a]
            resources: ["r[1..%d]"]
            default: unspecified
            policies:
            """
                .formatted(rows, rows));
    for (int row = 1; row <= rows; row++) {
      world.append("  - u%d MAY use r%d via a%n".formatted(row, row));
    }
    return read(world.toString());
  }

  /** Rows in a circle, each permitted what the next is denied. */
  private static Accounts circle(int size) {
    List<String> users = IntStream.range(0, size).mapToObj(i -> "u" + i).toList();
    List<String> actions = IntStream.range(0, size).mapToObj(i -> "act" + i).toList();
    StringBuilder world = new StringBuilder("scenario: circle\nusers: " + users);
    world.append("\nagents: [a]\nresources: {r: ").append(actions);
    world.append("}\ndefault: unspecified\npolicies:\n");
    for (int user = 0; user < size; user++) {
      world.append("  - u%d MAY act%d r via a%n".formatted(user, user));
      world.append("  - u%d MAY NOT act%d r via a%n".formatted((user + 1) % size, user));
    }
    return read(world.toString());
  }

  @Test
  void accounts_inRandomWorlds_areThoseOfTheDefinition() {
    Set<String> seen = new HashSet<>();
    Worlds.seeds(1_000)
        .mapToObj(Worlds::randomOfNewSentences)
        .forEach(world -> seen.add(assertAgrees(world)));
    assertTrue(seen.containsAll(List.of("fewest", "fewer than rows")), seen::toString);
  }

  private static String assertAgrees(NaiveWorld world) {
    Accounts found = AccountCounter.count(new TruthTable(Worlds.read(world)));
    List<List<NaiveRequest>> rows = rows(world);
    List<String> distinct = rows.stream().map(row -> truths(world, row)).distinct().toList();
    assertEquals(rows.size(), found.toAttribute(), world::yaml);
    int fewest =
        IntStream.iterate(0, n -> n + 1)
            .filter(n -> fit(distinct, 0, new ArrayList<>(), n))
            .findFirst()
            .orElseThrow();
    assertEquals(new Accounts(fewest, rows.size(), fewest), found, world::yaml);
    return fewest < distinct.size() ? "fewer than rows" : "fewest";
  }

  /** The requests of each user and path through agents that may do anything. */
  private static List<List<NaiveRequest>> rows(NaiveWorld world) {
    Map<List<Object>, List<NaiveRequest>> rows = new LinkedHashMap<>();
    for (NaiveRequest request : world.requests()) {
      if (!request.via().isEmpty()) {
        rows.computeIfAbsent(List.of(request.user(), request.via()), any -> new ArrayList<>())
            .add(request);
      }
    }
    return rows.values().stream().filter(row -> truths(world, row).contains("+")).toList();
  }

  private static String truths(NaiveWorld world, List<NaiveRequest> row) {
    StringBuilder truths = new StringBuilder();
    row.forEach(request -> truths.append(world.truth(request)));
    return truths.toString();
  }

  /** Whether the rows from the next on fit into so many accounts, beside those that are there. */
  private static boolean fit(List<String> rows, int next, List<String> accounts, int most) {
    if (next == rows.size()) {
      return true;
    }
    for (int i = 0; i < Math.min(accounts.size() + 1, most); i++) {
      List<String> tried = new ArrayList<>(accounts);
      if (i == accounts.size()) {
        tried.add("?".repeat(rows.get(next).length()));
      }
      if (agree(tried.get(i), rows.get(next))) {
        tried.set(i, together(tried.get(i), rows.get(next)));
        if (fit(rows, next + 1, tried, most)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean agree(String one, String other) {
    return IntStream.range(0, one.length())
        .allMatch(
            i ->
                one.charAt(i) == '?' || other.charAt(i) == '?' || one.charAt(i) == other.charAt(i));
  }

  private static String together(String one, String other) {
    StringBuilder both = new StringBuilder(one);
    for (int i = 0; i < one.length(); i++) {
      both.setCharAt(i, one.charAt(i) == '?' ? other.charAt(i) : one.charAt(i));
    }
    return both.toString();
  }

  private static Accounts count(String policies) {
    return read(
        """
        scenario: accounts
        users: [u, v, w]
        agents: [a]
        resources: {r: [read, write]}
        """
            + policies);
  }

  private static Accounts read(String yaml) {
    try {
      return AccountCounter.count(
          new TruthTable(ScenarioReader.read("world.yaml", yaml.getBytes(StandardCharsets.UTF_8))));
    } catch (InvalidScenarioException e) {
      throw new AssertionError(yaml, e);
    }
  }
}
