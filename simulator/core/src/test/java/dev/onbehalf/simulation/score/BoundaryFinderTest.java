package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Boundary.Claim;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Boundary.Need;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a resource needs is what a look at all its requests says, and the witness proves it. */
final class BoundaryFinderTest {
  @Test
  void boundary_inEverySmallWorld_equalsReference() {
    Worlds.forEachSmall(true, BoundaryFinderTest::assertAgrees);
    Worlds.forEachSmall(false, BoundaryFinderTest::assertAgrees);
    Worlds.forEachWithNobody(true, BoundaryFinderTest::assertAgrees);
    Worlds.forEachWithNobody(false, BoundaryFinderTest::assertAgrees);
    Worlds.forEachOfTwoResources(true, BoundaryFinderTest::assertAgrees);
    Worlds.forEachOfTwoResources(false, BoundaryFinderTest::assertAgrees);
  }

  @Test
  void boundary_inRandomWorlds_equalsReference() {
    Set<String> seen = new HashSet<>();
    LongStream.range(0, 300)
        .mapToObj(Worlds::random)
        .forEach(
            world -> assertAgrees(world).forEach(b -> seen.add(b.needs().word() + b.context())));
    assertEquals(8, seen.size(), seen::toString);
  }

  /** A token of the user, and an account of the agent, enforce exactly what the needs say. */
  @Test
  void boundary_withoutChainsAndContext_foretellsTheFirstTwoStrategies() {
    LongStream.range(0, 300)
        .mapToObj(Worlds::random)
        .filter(world -> world.chains().isEmpty() && world.context().isEmpty())
        .forEach(BoundaryFinderTest::assertForetells);
  }

  @Test
  void marketing_whereNoPolicyNamesAnAgent_hasAgentsThatNeverMatter() {
    Boundary boundary = only("anyone MAY use disk", "bob MAY NOT use disk");
    assertEquals(Need.AGENT_NEVER_MATTERS, boundary.needs());
    assertEquals(List.of(), boundary.witness());
  }

  @Test
  void permissionOfOneAgent_whoeverAsks_hasUsersThatNeverMatter() {
    Boundary boundary = only("anyone MAY use disk via ada", "ann MAY use disk directly");
    assertEquals(Need.USER_NEVER_MATTERS, boundary.needs());
    assertEquals(
        List.of("ann use disk directly must be permitted, ann use disk via bot denied"),
        sentences(boundary));
  }

  @Test
  void permissionOfSomeUsersViaSomeAgents_isARectangle() {
    Boundary boundary = only("ann MAY use disk via ada");
    assertEquals(Need.TWO_CHECKS_SUFFICE, boundary.needs());
    assertEquals(
        List.of(
            "ann use disk via ada must be permitted, ann use disk directly denied",
            "ann use disk via ada must be permitted, bob use disk via ada denied"),
        sentences(boundary));
  }

  @Test
  void whatEveryoneMayDirectly_butSomeViaAnAgent_hasADeniedCorner() {
    Boundary boundary = only("anyone MAY use disk directly", "ann MAY use disk via ada");
    assertEquals(Need.ONE_POINT_MUST_SEE_BOTH, boundary.needs());
    assertEquals(
        "bob use disk directly and ann use disk via ada must be permitted,"
            + " bob use disk via ada denied",
        sentences(boundary).get(2));
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
    assertEquals(Need.AGENT_NEVER_MATTERS, boundary.needs());
  }

  @Test
  void conditionOfAPolicy_makesTheContextMatter() {
    Boundary boundary =
        boundary(
            "{disk: [use]}",
            "{mode: [attended, batch], place: [office, home]}",
            "deny",
            "anyone MAY use disk when mode is attended");
    assertEquals(Need.AGENT_NEVER_MATTERS, boundary.needs());
    assertTrue(boundary.context());
    assertEquals(List.of("mode"), boundary.attributes());
    assertEquals(Claim.CONTEXT_NEVER_MATTERS, boundary.witness().get(0).against());
    assertTrue(boundary.sentence().endsWith("; the context attribute mode matters, too"));
  }

  @Test
  void actionsThatNeedDifferentThings_needWhatCoversBoth() {
    Boundary boundary =
        boundary(
            "{disk: [read, write]}",
            "{}",
            "deny",
            "ann MAY read disk",
            "anyone MAY write disk via ada");
    assertEquals(Need.TWO_CHECKS_SUFFICE, boundary.needs());
  }

  private static Boundary only(String... policies) {
    return boundary("{disk: [use]}", "{}", "deny", policies);
  }

  private static Boundary boundary(
      String resources, String context, String otherwise, String... policies) {
    String yaml =
        """
        scenario: world
        users: [ann, bob]
        agents: [ada, bot]
        resources: %s
        context: %s
        default: %s
        policies: [%s]
        """
            .formatted(resources, context, otherwise, quoted(policies));
    return boundaries(read(yaml)).get(0);
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
    return boundary.witness().stream().map(Counterexample::sentence).toList();
  }

  private static List<Boundary> assertAgrees(NaiveWorld world) {
    Scenario scenario = Worlds.read(world);
    TruthTable truth = new TruthTable(scenario);
    List<Boundary> boundaries = new BoundaryFinder(scenario, truth).boundaries();
    assertEquals(
        List.copyOf(world.resources().keySet()),
        boundaries.stream().map(Boundary::resource).toList());
    boundaries.forEach(boundary -> assertAgrees(world, boundary));
    assertEquals(NaiveBoundary.accounts(world), AccountCounter.count(truth), world::yaml);
    return boundaries;
  }

  private static void assertAgrees(NaiveWorld world, Boundary found) {
    NaiveBoundary expected = NaiveBoundary.of(world, found.resource());
    assertEquals(expected.needs(), found.needs(), world::yaml);
    assertEquals(expected.context(), found.context(), world::yaml);
    assertEquals(expected.context(), !found.attributes().isEmpty(), world::yaml);
    if (!expected.attributes().isEmpty()) {
      assertEquals(expected.attributes(), new TreeSet<>(found.attributes()), world::yaml);
    }
    found.witness().forEach(example -> assertProves(world, found.resource(), example));
    assertEquals(
        List.of(Need.values()).indexOf(found.needs()) + (found.context() ? 1 : 0),
        found.witness().size(),
        world::yaml);
  }

  private static void assertProves(NaiveWorld world, String resource, Counterexample example) {
    NaiveRequest denied = naive(example.denied());
    List<NaiveRequest> permitted =
        example.permitted().stream().map(BoundaryFinderTest::naive).toList();
    assertEquals('-', world.truth(denied), world::yaml);
    permitted.forEach(request -> assertEquals('+', world.truth(request), world::yaml));
    permitted.forEach(request -> assertEquals(resource, request.resource()));
    NaiveRequest one = permitted.get(0);
    NaiveRequest last = permitted.get(permitted.size() - 1);
    boolean sameUser = one.user().equals(denied.user());
    boolean samePath = last.via().equals(denied.via());
    boolean sameUse = permitted.stream().allMatch(p -> NaiveBoundary.sameUse(p, denied));
    assertTrue(
        switch (example.against()) {
          case AGENT_NEVER_MATTERS -> permitted.size() == 1 && sameUser && sameUse;
          case USER_NEVER_MATTERS ->
              permitted.size() == 1 && samePath && sameUse && !denied.via().isEmpty();
          case TWO_CHECKS_SUFFICE -> permitted.size() == 2 && sameUser && samePath && sameUse;
          case CONTEXT_NEVER_MATTERS ->
              NaiveBoundary.sameCaller(one, denied) && one.action().equals(denied.action());
        },
        () -> world.yaml() + example);
  }

  private static NaiveRequest naive(Request facts) {
    return new NaiveRequest(
        facts.user(), facts.via(), facts.resource(), facts.action(), facts.context());
  }

  private static void assertForetells(NaiveWorld world) {
    Scenario scenario = Worlds.read(world);
    List<Boundary> boundaries = boundaries(scenario);
    List<String> user = List.of(Attributes.USER);
    List<String> both = List.of(Attributes.USER, Attributes.AGENT);
    boolean agentsAccountWorks =
        mixesNothing(scenario, Proof.atResource(both, List.of(Attributes.AGENT)));
    assertEquals(
        boundaries.stream().allMatch(b -> b.needs() == Need.AGENT_NEVER_MATTERS),
        mixesNothing(scenario, Proof.atResource(user, user)),
        world::yaml);
    if (boundaries.stream().allMatch(b -> b.needs() == Need.USER_NEVER_MATTERS)) {
      assertTrue(agentsAccountWorks, world::yaml);
    }
    if (boundaries.stream().anyMatch(b -> b.witness().size() >= 2)) {
      assertFalse(agentsAccountWorks, world::yaml);
    }
  }

  private static boolean mixesNothing(Scenario scenario, Proof proof) {
    TruthTable truth = new TruthTable(scenario);
    EvidenceClasses evidence = new EvidenceClasses(truth.classes(), proof, Map.of());
    return new ExactScore(truth, evidence).counts().indeterminate() == 0;
  }
}
