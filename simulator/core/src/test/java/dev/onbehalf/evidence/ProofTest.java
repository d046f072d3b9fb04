package dev.onbehalf.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Proof.Showing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A proof says what each point is shown of a call, and of whom. */
final class ProofTest {
  private static final List<String> IN_PERSON = List.of();
  private static final List<String> CHAIN = List.of("ada", "bot");
  private static final Map<String, String> CONTEXT =
      new TreeMap<>(Map.of("mode", "live", "tier", "gold"));
  private static final Proof GATED =
      Proof.atResource(List.of("user"), List.of("user", "agent"))
          .after(Point.GATEWAY, List.of("agent", "context"));

  private static Map<String, String> shown(Proof proof, String user, List<String> path) {
    return proof.atResource().shownBy(user, path, CONTEXT);
  }

  @Test
  void attribute_showsWhatItIsNamedFor() {
    Proof all =
        Proof.of("user", "agent", "first-agent", "prior-agents", "in-person", "context.mode");
    assertEquals(
        Map.of(
            "user", "ann",
            "agent", "bot",
            "first-agent", "ada",
            "prior-agents", "ada",
            "in-person", "false",
            "context.mode", "live"),
        shown(all, "ann", CHAIN));
    assertEquals(
        Map.of(
            "user", "ann",
            "agent", "directly",
            "first-agent", "directly",
            "prior-agents", "(nobody)",
            "in-person", "true",
            "context.mode", "live"),
        shown(all, "ann", IN_PERSON));
    assertEquals(
        Map.of("context.mode", "live", "context.tier", "gold"),
        shown(Proof.of("context"), "ann", CHAIN));
    assertEquals(Map.of(), shown(Proof.of("context.other"), "ann", CHAIN));
  }

  @Test
  void attributeOfNoKind_isAMistake() {
    IllegalArgumentException mistake =
        assertThrows(
            IllegalArgumentException.class, () -> shown(Proof.of("shoe-size"), "ann", CHAIN));
    assertEquals("no attribute is called `shoe-size`", mistake.getMessage());
  }

  @Test
  void callInPerson_showsItsOwn_andPassesNoPointOfAgents() {
    assertEquals(Map.of("user", "ann"), shown(GATED, "ann", IN_PERSON));
    assertEquals(Map.of("user", "ann", "agent", "bot"), shown(GATED, "ann", CHAIN));
    assertEquals(points(GATED.passed("ann", IN_PERSON)), List.of(Point.RESOURCE));
    assertEquals(points(GATED.passed("ann", CHAIN)), List.of(Point.GATEWAY, Point.RESOURCE));
  }

  private static List<Point> points(List<Showing> showings) {
    return showings.stream().map(Showing::point).toList();
  }

  @Test
  void callForNobody_passesWhereItIsShown_andNeverInPerson() {
    assertEquals(List.of(), GATED.passed("nobody", CHAIN));
    Proof proof = GATED.showingForNobody(Map.of(Point.RESOURCE, List.of("agent")));
    assertEquals(points(proof.passed("nobody", CHAIN)), List.of(Point.RESOURCE));
    assertEquals(List.of(), proof.passed("nobody", IN_PERSON));
    assertEquals(Map.of("agent", "bot"), shown(proof, "nobody", CHAIN));
    assertEquals(Map.of(), shown(GATED, "nobody", CHAIN));
    assertEquals(Map.of("user", "ann", "agent", "bot"), shown(proof, "ann", CHAIN));
    assertEquals(GATED.at(Point.GATEWAY), proof.at(Point.GATEWAY));
  }

  @Test
  void point_isFoundByItsName_orIsAMistake() {
    assertEquals(List.of("agent", "context"), GATED.at(Point.GATEWAY).via());
    assertEquals(GATED.atResource(), GATED.at(Point.RESOURCE));
    IllegalArgumentException mistake =
        assertThrows(IllegalArgumentException.class, () -> GATED.at(Point.BROKER));
    assertEquals("nothing is shown at the broker", mistake.getMessage());
  }

  @Test
  void context_isNamedByWhoKnowsIt() {
    Proof proof =
        GATED
            .showingForNobody(Map.of(Point.GATEWAY, List.of("context", "agent")))
            .naming(List.of("mode"), List.of("amount"), List.of("said"));
    assertEquals(List.of("agent", "context.mode"), proof.at(Point.GATEWAY).via());
    assertEquals(List.of("user", "context.amount"), proof.atResource().directly());
    assertEquals(List.of("user", "agent", "context.amount"), proof.atResource().via());
    assertEquals(
        Optional.of(List.of("context.mode", "agent")), proof.at(Point.GATEWAY).forNobody());
    assertFalse(proof.at(Point.GATEWAY).passedDirectly());
    assertEquals(List.of(), proof.believed());
  }

  @Test
  void contextThatIsBelieved_isWhatCallersCanSay() {
    Proof proof =
        Proof.of("user", "context")
            .believing("context")
            .believing("agent")
            .naming(List.of("mode"), List.of(), List.of("said"));
    assertEquals(List.of("user", "context.said"), proof.atResource().via());
    assertEquals(List.of("context.said", "agent"), proof.believed());
  }

  @Test
  void moreIsShown_onlyWhereAndOnce() {
    Proof proof =
        GATED.showingBesides(
            Map.of(Point.RESOURCE, List.of("in-person", "user")),
            Map.of(Point.GATEWAY, List.of("user", "agent")));
    assertEquals(List.of("user", "in-person"), proof.atResource().directly());
    assertEquals(List.of("user", "agent"), proof.atResource().via());
    assertEquals(List.of("agent", "context", "user"), proof.at(Point.GATEWAY).via());
    assertEquals(List.of(), proof.at(Point.GATEWAY).directly());
    assertEquals(List.of("agent", "context", "user"), proof.attributesVia());
  }

  @Test
  void showing_isFullWithAllButTheContext() {
    Showing showing = GATED.at(Point.GATEWAY);
    assertTrue(showing.isShownInFullBy(Set.of("agent")));
    assertFalse(showing.isShownInFullBy(Set.of("user")));
    assertTrue(
        GATED
            .showingForNobody(Map.of(Point.GATEWAY, List.of("user")))
            .at(Point.GATEWAY)
            .isShownInFullBy(Set.of("user")));
  }

  @Test
  void path_hasAFirstAndAPresenter() {
    assertEquals("ada", Showing.first(CHAIN));
    assertEquals("bot", Showing.presenter(CHAIN));
    assertEquals("directly", Showing.first(IN_PERSON));
    assertEquals("directly", Showing.presenter(IN_PERSON));
  }

  @Test
  void proof_isJoint_whereOnePointSeesUserAndAgent() {
    assertTrue(Proof.of("user", "agent").isJoint());
    assertTrue(Proof.of("first-agent", "user").isJoint());
    assertTrue(Proof.of("user").after(Point.GATEWAY, List.of("user", "agent")).isJoint());
    assertFalse(Proof.of("user").after(Point.GATEWAY, List.of("agent")).isJoint());
    assertFalse(Proof.of("agent", "first-agent").isJoint());
    assertFalse(Proof.atResource(List.of("user", "agent"), List.of("user")).isJoint());
  }
}
