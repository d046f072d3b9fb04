package dev.onbehalf.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Evidence.Attested;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Only what is verified decides, or what the strategy believes of the caller's word. */
final class EvidenceTest {
  private final Evidence evidence =
      Evidence.none()
          .verified(Attributes.USER, "ann")
          .informational(Attributes.PRIOR_AGENTS, "ada")
          .claimed(Attributes.AGENT, "bot")
          .claimed("context.mode", "batch");

  @Test
  void attribute_isWorthWhatItsProofIs() {
    assertEquals(
        Map.of(
            Attributes.USER,
            new Attested("ann", Assurance.VERIFIED),
            Attributes.PRIOR_AGENTS,
            new Attested("ada", Assurance.INFORMATIONAL),
            Attributes.AGENT,
            new Attested("bot", Assurance.CLAIMED),
            "context.mode",
            new Attested("batch", Assurance.CLAIMED)),
        evidence.attributes());
    assertEquals(Map.of(), Evidence.none().attributes());
  }

  @Test
  void verifiedOnes_decide() {
    assertEquals(Map.of(Attributes.USER, "ann"), evidence.verified());
    assertEquals(evidence.verified(), evidence.deciding(List.of()));
  }

  @Test
  void callersWord_decidesWhereItIsBelieved_butNothingInformationalDoes() {
    assertEquals(
        Map.of(Attributes.USER, "ann", Attributes.AGENT, "bot"),
        evidence.deciding(List.of(Attributes.AGENT, Attributes.PRIOR_AGENTS)));
    assertEquals(
        Map.of(Attributes.USER, "ann", "context.mode", "batch"),
        evidence.deciding(List.of(Attributes.CONTEXT)));
    assertEquals(
        Map.of(Attributes.USER, "ann", "context.mode", "batch"),
        evidence.deciding(List.of("context.mode")));
    assertEquals(Map.of(Attributes.USER, "ann"), evidence.deciding(List.of("context.tier")));
  }

  @Test
  void context_isVerifiedByItsNames() {
    assertEquals(
        Map.of("context.mode", "live", "context.tier", "gold"),
        Evidence.none()
            .verifiedContext(new TreeMap<>(Map.of("mode", "live", "tier", "gold")))
            .verified());
  }

  @Test
  void evidence_ofTheSame_isTheSame() {
    Evidence one = Evidence.none().verified("a", "x").verified("b", "y");
    Evidence other = Evidence.none().verified("b", "y").verified("a", "x");
    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    // Values exchanged are another call, though the sum of the entries' hashes is near.
    Evidence exchanged = Evidence.none().verified("a", "y").verified("b", "x");
    assertNotEquals(one, exchanged);
    assertNotEquals(one.hashCode(), exchanged.hashCode());
  }

  @Test
  void contextAttributes_areToldByTheirNames() {
    assertEquals("context.mode", Attributes.context("mode"));
    assertTrue(Attributes.isOfContext("context"));
    assertTrue(Attributes.isOfContext("context.mode"));
    assertFalse(Attributes.isOfContext("contexts"));
    assertFalse(Attributes.isOfContext(Attributes.USER));
  }

  // an agent that hands over to itself isn't witnessed by anybody
  @Test
  void priorAgents_areThoseBeforeThePresenter() {
    assertEquals("(nobody)", Attributes.priorAgents(List.of()));
    assertEquals("(nobody)", Attributes.priorAgents(List.of("ada")));
    assertEquals("(nobody)", Attributes.priorAgents(List.of("ada", "ada")));
    assertEquals("ada", Attributes.priorAgents(List.of("ada", "bot")));
    assertEquals("ada then bot", Attributes.priorAgents(List.of("ada", "bot", "bot", "ada")));
    assertEquals(List.of("ada", "bot", "ada"), Attributes.steps(List.of("ada", "bot", "ada")));
  }

  @Test
  void closedLists_haveDifferentWordsAndSentences() {
    assertDistinct(Stream.of(Machinery.values()).map(Machinery::word).toList());
    assertDistinct(Stream.of(Machinery.values()).map(Machinery::sentence).toList());
    assertFalse(Stream.of(Machinery.values()).map(Machinery::changes).anyMatch(String::isBlank));
    assertDistinct(Stream.of(Habit.values()).map(Habit::word).toList());
    assertDistinct(Stream.of(Habit.values()).map(Habit::sentence).toList());
    assertEquals(Stream.of(Machinery.values()).map(Machinery::word).toList(), Machinery.words());
    assertEquals(List.of("pass-user-tokens", "store-user-secrets"), Habit.words());
    assertEquals(
        List.of("issuance", "broker", "gateway", "resource"),
        Stream.of(Point.values()).map(Point::word).toList());
    assertEquals(
        List.of("verified", "informational", "claimed"),
        Stream.of(Assurance.values()).map(Assurance::word).toList());
  }

  private static void assertDistinct(List<String> texts) {
    assertEquals(texts.size(), texts.stream().filter(text -> !text.isBlank()).distinct().count());
  }
}
