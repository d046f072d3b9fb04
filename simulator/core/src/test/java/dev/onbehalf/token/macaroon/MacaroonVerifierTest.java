package dev.onbehalf.token.macaroon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.nitram509.jmacaroons.Macaroon;
import dev.onbehalf.token.World;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.OperationCounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A macaroon can be restricted by whoever holds it, and by nobody widened. */
class MacaroonVerifierTest {
  private final World world = World.fresh();
  private final MacaroonVerifier atFiles =
      world.service().resourceServers().macaroonVerifierFor("files");
  private final MacaroonVerifier atMail =
      world.service().resourceServers().macaroonVerifierFor("mail");

  @BeforeEach
  void enrol() {
    for (String user : List.of("alice", "bob")) {
      world.service().registerRootKey(user, "files");
      world.service().registerRootKey(user, "mail");
    }
  }

  private MacaroonToken ofAlice() {
    return world.service().logIn("alice").macaroon("files");
  }

  private void assertRefused(String rule, MacaroonToken macaroon) {
    assertRefused(rule, atFiles, macaroon, "read");
  }

  private static void assertRefused(
      String rule, MacaroonVerifier verifier, MacaroonToken macaroon, String action) {
    String message =
        String.valueOf(
            assertThrows(InvalidTokenException.class, () -> verifier.verify(macaroon, action))
                .getMessage());
    assertTrue(message.contains(rule), message);
  }

  private static MacaroonToken forged(byte[] key, String user) {
    return new MacaroonToken(Macaroon.create("files", key, user).serialize());
  }

  private static MacaroonToken withRawCaveat(MacaroonToken macaroon, String caveat) {
    return new MacaroonToken(
        Macaroon.builder(Macaroon.deserialize(macaroon.value()))
            .addCaveat(caveat)
            .build()
            .serialize());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "====", "not a macaroon", "TURBPQ", "\u0000", "MDAxY2xvY2F0aW9u"})
  void verify_text_isRefused(String text) {
    assertRefused("expected a macaroon", new MacaroonToken(text));
  }

  @Test
  void verify_randomOctets_areRefused() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      byte[] octets = new byte[random.nextInt(200)];
      random.nextBytes(octets);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
      assertRefused("expected a macaroon", new MacaroonToken(text));
    }
  }

  @Test
  void verify_anyOctetChanged_isRefused() {
    byte[] genuine = Base64.getUrlDecoder().decode(ofAlice().handedTo("bar").value());
    for (int i = 0; i < genuine.length; i++) {
      byte[] changed = genuine.clone();
      changed[i] ^= 1;
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThrows(
          InvalidTokenException.class, () -> atFiles.verify(new MacaroonToken(text), "read"));
    }
  }

  @Test
  void verify_anyLengthCutOff_isRefused() {
    String genuine = ofAlice().handedTo("bar").value();
    for (int length = 0; length < genuine.length(); length++) {
      MacaroonToken cut = new MacaroonToken(genuine.substring(0, length));
      assertThrows(InvalidTokenException.class, () -> atFiles.verify(cut, "read"));
    }
  }

  @Test
  void verify_paddedSpelling_isRefused() {
    assertRefused("expected a macaroon", new MacaroonToken(ofAlice().value() + "="));
  }

  @Test
  void verify_ownRootKey_isRefused() {
    assertRefused("of this resource", forged(new byte[32], "alice"));
  }

  @Test
  void verify_unknownUser_isRefused() {
    assertRefused("of this resource", forged(new byte[32], "mallory"));
  }

  @Test
  void verify_ofAnotherResource_isRefused() {
    assertRefused("of this resource", atMail, ofAlice(), "read");
  }

  @Test
  void verify_strippedCaveatWithTheOldMac_isRefused() {
    var whole = Macaroon.deserialize(ofAlice().handedTo("bar").value());
    byte[] parts = Base64.getUrlDecoder().decode(whole.serialize());
    String text = new String(parts, StandardCharsets.ISO_8859_1);
    String stripped = text.replaceFirst("....cid agent = bar\n", "");
    assertFalse(stripped.equals(text));
    assertRefused(
        "of this resource",
        new MacaroonToken(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(stripped.getBytes(StandardCharsets.ISO_8859_1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anything", "agent=bar", "agent = ", "Agent = bar", "agent = b\u0000r"})
  void verify_caveatThatNobodyUnderstands_isRefused(String caveat) {
    assertRefused("expected no caveat", withRawCaveat(ofAlice(), caveat));
  }

  @Test
  void verify_caveatForAThirdParty_isRefused() {
    MacaroonToken macaroon =
        new MacaroonToken(
            Macaroon.builder(Macaroon.deserialize(ofAlice().value()))
                .addCaveat("https://other.example/", "secret", "who")
                .build()
                .serialize());
    assertThrows(InvalidTokenException.class, () -> atFiles.verify(macaroon, "read"));
  }

  @Test
  void verify_actionOutsideItsCaveat_isRefusedAndWithinAccepted() throws InvalidTokenException {
    MacaroonToken reading = ofAlice().limitedTo("read");
    assertRefused("`action = read`", atFiles, reading, "write");
    assertEquals("alice", atFiles.verify(reading, "read").user());
  }

  @Test
  void verify_actionLimitedTwice_isGoodForNeither() {
    MacaroonToken neither = ofAlice().limitedTo("read").limitedTo("write");
    assertRefused("within the caveat", atFiles, neither, "read");
    assertRefused("within the caveat", atFiles, neither, "write");
  }

  @Test
  void verify_lastSecond_isAcceptedAndTheNextRefused() throws InvalidTokenException {
    MacaroonToken macaroon = ofAlice();
    world.clock().advance(Duration.ofSeconds(Forge.LIFETIME - 1));
    atFiles.verify(macaroon, "read");
    world.clock().advance(Duration.ofSeconds(1));
    assertRefused("`expires = ", macaroon);
  }

  @Test
  void verify_laterExpiryAdded_changesNothing() {
    MacaroonToken macaroon = ofAlice().with(Caveat.expires(Forge.NOW + 2 * Forge.LIFETIME));
    world.clock().advance(Duration.ofSeconds(Forge.LIFETIME));
    assertRefused("`expires = ", macaroon);
  }

  @Test
  void verify_expiryThatIsNoNumber_isRefused() {
    assertRefused("`expires = never`", withRawCaveat(ofAlice(), "expires = never"));
  }

  @ParameterizedTest
  @ValueSource(ints = {8 * 1024, 8 * 1024 + 1})
  void verify_atTheSizeLimit_isParsedAndBeyondRefused(int size) {
    assertRefused(
        size > 8 * 1024 ? "of at most" : "expected a macaroon",
        new MacaroonToken("A".repeat(size)));
  }

  @Test
  void verify_handedOn_namesTheAgentsInOrder() throws InvalidTokenException {
    VerifiedMacaroon verified =
        atFiles.verify(ofAlice().handedTo("planner").handedTo("bar"), "read");
    assertEquals("alice", verified.user());
    assertEquals(List.of("planner", "bar"), verified.agents());
  }

  @ParameterizedTest
  @ValueSource(strings = {"spiffe://corp/agent/bar", "a = b", "zoë"})
  void verify_oddName_isReadAsWritten(String agent) throws InvalidTokenException {
    assertEquals(List.of(agent), atFiles.verify(ofAlice().handedTo(agent), "read").agents());
  }

  @Test
  void verify_inPerson_namesNoAgent() throws InvalidTokenException {
    assertEquals(List.of(), atFiles.verify(ofAlice(), "read").agents());
  }

  @Test
  void mint_takesNoSignatureAndNoRoundTrip() throws InvalidTokenException {
    OperationCounts before = world.service().meter().counts();
    atFiles.verify(ofAlice().handedTo("bar"), "read");
    assertEquals(new OperationCounts(0, 0, 0), world.service().meter().counts().since(before));
  }

  @Test
  void macaroon_inALogLine_isHidden() {
    MacaroonToken macaroon = ofAlice();
    assertFalse(macaroon.toString().contains(macaroon.value().substring(0, 8)));
  }
}
