package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Doors;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an action needs is what the definition says of all its requests, and the proof proves it.
 */
final class BoundaryFinderTest {
  @Test
  void boundary_inEverySmallWorld_equalsReference() {
    Worlds.forEachSmall(true, BoundaryFinderTest::assertAgrees);
    Worlds.forEachSmall(false, BoundaryFinderTest::assertAgrees);
    Worlds.forEachSmall(true, world -> assertAgrees(world.knownToResource()));
    Worlds.forEachSmall(false, world -> assertAgrees(world.knownToResource()));
    Worlds.forEachWithNobody(true, BoundaryFinderTest::assertAgrees);
    Worlds.forEachWithNobody(false, BoundaryFinderTest::assertAgrees);
    Worlds.forEachOfTwoResources(true, BoundaryFinderTest::assertAgrees);
    Worlds.forEachOfTwoResources(false, BoundaryFinderTest::assertAgrees);
  }

  /** As many as a rectangle of so many users and paths can be filled with. */
  @ParameterizedTest
  @CsvSource({
    "2, 2, 2, 2, 14, 10,  12,  24",
    "3, 1, 2, 6, 14,  6,  36,   0",
    "3, 2, 2, 6, 30, 30, 108, 336",
  })
  void boundary_ofEveryTotalTruth_isCountedAsByTheClosedForm(
      int users, int agents, int none, int user, int path, int twoChecks, int gated, int joint) {
    Map<Need, Integer> found = new EnumMap<>(Need.class);
    Worlds.forEachTruth(
        users,
        agents,
        true,
        world -> assertAgrees(world).forEach(b -> found.merge(b.needs(), 1, Integer::sum)));
    Map<Need, Integer> expected = new EnumMap<>(Need.class);
    expected.put(Need.NONE, none);
    expected.put(Need.USER, user);
    expected.put(Need.PATH, path);
    expected.put(Need.TWO_CHECKS, twoChecks);
    expected.put(Need.GATED, gated);
    expected.put(Need.JOINT, joint);
    expected.values().removeIf(count -> count == 0);
    assertEquals(expected, found);
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 1", "2, 1", "1, 2"})
  void boundary_ofEveryTruthWithUnspecifiedCells_equalsReference(int users, int agents) {
    Worlds.forEachTruth(users, agents, false, BoundaryFinderTest::assertAgrees);
  }

  @Test
  void boundary_inRandomWorlds_equalsReference() {
    Set<Need> seen = EnumSet.noneOf(Need.class);
    Set<String> held = new TreeSet<>();
    Worlds.seeds(2_000)
        .mapToObj(Worlds::randomOfNewSentences)
        .peek(world -> held.addAll(kinds(world)))
        .forEach(world -> assertAgrees(world).forEach(b -> seen.add(b.needs())));
    assertEquals(EnumSet.allOf(Need.class), seen);
    assertEquals(
        Set.of(
            "chains",
            "groups",
            "relations",
            "nobody",
            "deny",
            "unspecified",
            "caller",
            "login",
            "resource"),
        held);
  }

  private static Set<String> kinds(NaiveWorld world) {
    Set<String> kinds = new TreeSet<>(world.knownTo().values());
    kinds.add(world.denyByDefault() ? "deny" : "unspecified");
    Map.of(
            "chains", !world.chains().isEmpty(),
            "groups", !world.groups().isEmpty(),
            "relations", !world.relations().isEmpty(),
            "nobody", world.requests().stream().anyMatch(r -> r.user().equals("nobody")))
        .forEach((kind, there) -> kinds.addAll(there ? List.of(kind) : List.of()));
    return kinds;
  }

  @Test
  void permissionWithoutAnyProhibition_needsNothing() {
    Boundary boundary = only("anyone MAY use disk");
    assertEquals(Need.NONE, boundary.needs());
    assertEquals(List.of(), boundary.proof());
    assertEquals(new Doors(1, 1), boundary.doors());
  }

  @Test
  void marketing_whereNoPolicyNamesAnAgent_needsACheckOfTheUser() {
    Boundary boundary = only("anyone MAY use disk", "bob MAY NOT use disk");
    assertEquals(Need.USER, boundary.needs());
    assertEquals(
        List.of("ann may use disk directly, but bob may not use disk directly"),
        sentences(boundary));
  }

  @Test
  void permissionOfOneAgent_whoeverAsks_needsACheckOfThePath() {
    Boundary boundary = only("anyone MAY use disk via ada", "ann MAY use disk directly");
    assertEquals(Need.PATH, boundary.needs());
    assertEquals(
        "ann may use disk directly, but ann may not use disk via bot", sentences(boundary).get(1));
  }

  @Test
  void permissionOfSomeUsersViaSomeAgents_isARectangle() {
    Boundary boundary = only("ann MAY use disk via ada");
    assertEquals(Need.TWO_CHECKS, boundary.needs());
    assertEquals(
        List.of(
            "ann may use disk via ada, but ann may not use disk directly",
            "ann may use disk via ada, but ann may not use disk directly",
            "ann may use disk via ada, but bob may not use disk via ada"),
        sentences(boundary));
  }

  @Test
  void whatEveryoneMayDirectly_butSomeViaAnAgent_needsADoorThatOnlyAgentsPass() {
    Boundary boundary = only("anyone MAY use disk directly", "ann MAY use disk via ada");
    assertEquals(Need.GATED, boundary.needs());
    assertEquals(
        "bob may use disk directly and ann may use disk via ada, but bob may not use disk"
            + " via ada",
        sentences(boundary).get(3));
    assertEquals(new Doors(2, 2), boundary.doors());
  }

  @Test
  void usersEachWithAnAgentOfTheirOwn_areSeenTogetherWithThem() {
    Boundary boundary = only("ann MAY use disk via ada", "bob MAY use disk via bot");
    assertEquals(Need.JOINT, boundary.needs());
    assertEquals(
        new Counterexample(
            Need.GATED,
            List.of(request("ann", "ada"), request("bob", "bot")),
            request("ann", "bot"),
            "ann may use disk via ada and bob may use disk via bot, but ann may not use disk"
                + " via bot",
            Optional.of(Truth.DENIED)),
        boundary.proof().get(4));
  }

  @Test
  void unspecifiedCorner_countsForNothing() {
    Boundary boundary =
        boundary(
            "{disk: [use]}",
            "{}",
            "unspecified",
            "anyone MAY use disk directly",
            "ann MAY use disk via ada");
    assertEquals(Need.NONE, boundary.needs());
  }

  @Test
  void agentsBeforeTheLast_areOfThePath() {
    Boundary boundary =
        boundaries(
                read(
                    """
                    scenario: chains
                    users: [ann, bob]
                    agents: [ada, bot]
                    chains: [[ada, bot]]
                    resources: [disk]
                    policies: [anyone MAY use disk via ada then bot]
                    """))
            .get(0);
    assertEquals(Need.PATH, boundary.needs());
  }

  /** The gate lets the clerk in for the small amount, and the bot may pay the large one. */
  @Test
  void amountThatOnlyTheResourceKnows_isNothingThatACheckOfTheUserKnows() {
    String[] policies = {
      "ann MAY use disk via bot", "bob MAY use disk via bot when amount is small"
    };
    String known = "{amount: {values: [small, large], known-to: %s}}";
    assertEquals(
        Need.JOINT,
        boundary("{disk: [use]}", known.formatted("resource"), "deny", policies).needs());
    assertEquals(
        Need.TWO_CHECKS,
        boundary("{disk: [use]}", known.formatted("login"), "deny", policies).needs());
  }

  @Test
  void actionsOfOneResource_needWhatEachNeeds() {
    List<Boundary> boundaries =
        boundaries(
            read(
                yaml(
                    "{disk: [read, write]}",
                    "{}",
                    "deny",
                    "ann MAY read disk",
                    "anyone MAY write disk via ada")));
    assertEquals(List.of("read", "write"), boundaries.stream().map(Boundary::action).toList());
    assertEquals(List.of(Need.USER, Need.PATH), boundaries.stream().map(Boundary::needs).toList());
  }

  /** Sperner: as many doors as it takes for so many halves of them. */
  @ParameterizedTest
  @CsvSource({"3, 3", "4, 4", "5, 4", "6, 4", "10, 5"})
  void everyAgentButOnesOwn_takesFewDoors(int users, int doors) {
    assertEquals(new Doors(doors, doors), doors(users, (user, agent) -> user != agent));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 12})
  void eachUserAnAgentOfHerOwn_takesADoorEach(int users) {
    assertEquals(new Doors(users, users), doors(users, (user, agent) -> user == agent));
  }

  @Test
  void manyUsersEachWithAnAgent_areBoundedByTheFirstOnes() {
    assertEquals(new Doors(64, 80), doors(80, (user, agent) -> user == agent));
  }

  private interface Permission {
    boolean of(int user, int agent);
  }

  private static Doors doors(int users, Permission permission) {
    List<String> names = IntStream.range(0, users).mapToObj(i -> "u" + i).toList();
    List<String> agents = IntStream.range(0, users).mapToObj(i -> "a" + i).toList();
    String policies =
        IntStream.range(0, users)
            .mapToObj(user -> policy(user, agentsOf(user, users, permission)))
            .collect(Collectors.joining());
    return boundaries(
            read(
                "scenario: doors\nusers: %s\nagents: %s\nresources: [disk]\npolicies:\n%s"
                    .formatted(names, agents, policies)))
        .get(0)
        .doors();
  }

  private static String policy(int user, String agents) {
    return "  - u%d MAY use disk via %s\n".formatted(user, agents);
  }

  private static String agentsOf(int user, int users, Permission permission) {
    return IntStream.range(0, users)
        .filter(agent -> permission.of(user, agent))
        .mapToObj(agent -> "a" + agent)
        .collect(Collectors.joining(", "));
  }

  private static Request request(String user, String agent) {
    return new Request(user, List.of(agent), "disk", "use", new TreeMap<>());
  }

  private static Boundary only(String... policies) {
    return boundary("{disk: [use]}", "{}", "deny", policies);
  }

  private static Boundary boundary(
      String resources, String context, String otherwise, String... policies) {
    return boundaries(read(yaml(resources, context, otherwise, policies))).get(0);
  }

  private static String yaml(
      String resources, String context, String otherwise, String... policies) {
    return """
    scenario: world
    users: [ann, bob]
    agents: [ada, bot]
    resources: %s
    context: %s
    default: %s
    policies: [%s]
    """
        .formatted(resources, context, otherwise, quoted(policies));
  }

  private static String quoted(String... policies) {
    return "'" + String.join("', '", policies) + "'";
  }

  private static Scenario read(String yaml) {
    try {
      return ScenarioReader.read("world.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidScenarioException e) {
      throw new AssertionError(yaml, e);
    }
  }

  private static List<Boundary> boundaries(Scenario scenario) {
    return new BoundaryFinder(scenario, new TruthTable(scenario)).boundaries();
  }

  private static List<String> sentences(Boundary boundary) {
    return boundary.proof().stream().map(Counterexample::sentence).toList();
  }

  private static List<Boundary> assertAgrees(NaiveWorld world) {
    Scenario scenario = Worlds.read(world);
    TruthTable truth = new TruthTable(scenario);
    List<Boundary> boundaries = new BoundaryFinder(scenario, truth).boundaries();
    assertEquals(
        scenario.targets().stream().map(t -> List.of(t.resource(), t.action())).toList(),
        boundaries.stream().map(b -> List.of(b.resource(), b.action())).toList());
    boundaries.forEach(boundary -> assertAgrees(world, boundary));
    return boundaries;
  }

  private static void assertAgrees(NaiveWorld world, Boundary found) {
    NaiveBoundary expected = NaiveBoundary.of(world, found.resource(), found.action());
    assertEquals(expected.needs(), found.needs(), world::yaml);
    assertEquals(
        Stream.of(Need.values()).takeWhile(need -> need != found.needs()).toList(),
        found.proof().stream().map(Counterexample::against).toList(),
        world::yaml);
    found.proof().forEach(example -> assertProves(world, found, expected, example));
    if (expected.isTiny()) {
      int doors = expected.doors();
      assertEquals(new Doors(doors, doors), found.doors(), world::yaml);
    }
  }

  private static void assertProves(
      NaiveWorld world, Boundary found, NaiveBoundary expected, Counterexample example) {
    NaiveRequest denied = naive(example.denied());
    List<NaiveRequest> permitted =
        example.permitted().stream().map(BoundaryFinderTest::naive).toList();
    assertTrue(expected.denied().contains(denied), world::yaml);
    assertTrue(expected.permitted().containsAll(permitted), world::yaml);
    assertEquals(found.resource(), denied.resource());
    boolean viaAgents =
        !denied.via().isEmpty() && permitted.stream().noneMatch(p -> p.via().isEmpty());
    assertEquals(
        switch (example.against()) {
          case NONE, USER, PATH -> 1;
          case TWO_CHECKS, GATED -> 2;
          case JOINT -> 0;
        },
        permitted.size(),
        world::yaml);
    NaiveRequest one = permitted.get(0);
    NaiveRequest last = permitted.get(permitted.size() - 1);
    boolean user = expected.sameForUserCheck(one, denied);
    boolean path = NaiveBoundary.sameForPathCheck(last, denied);
    assertTrue(
        switch (example.against()) {
          case NONE -> true;
          case USER -> user;
          case PATH -> path && viaAgents;
          case TWO_CHECKS -> user && path;
          case GATED -> user && path && viaAgents;
          case JOINT -> false;
        },
        () -> world.yaml() + example);
  }

  private static NaiveRequest naive(Request facts) {
    return new NaiveRequest(
        facts.user(), facts.via(), facts.resource(), facts.action(), facts.context());
  }
}
