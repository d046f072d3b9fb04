package dev.onbehalf.products.kerberos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.kerberos.KerberosProcess.Sent;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.kerberos.SealedAuthenticator;
import dev.onbehalf.token.kerberos.SealedTicket;
import dev.onbehalf.token.kerberos.TicketVerifier;
import dev.onbehalf.token.kerberos.VerifiedTicket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What MIT's KDC vouches for, as our own verifier reads it in its tickets. */
final class MitKdcTest {
  private static final List<String> USERS = List.of("dana", "omar");

  @TempDir private static Path folder;
  private static MitRealm realm;
  private static KerberosProcess parties;

  @BeforeAll
  static void start() throws IOException {
    realm = new MitRealm(folder);
    realm.add(USERS, List.of("planner", "hr-agent", "trusted", "records", "mail"));
    realm.trustToAuthenticate("trusted");
    realm.allow(
        Map.of(
            "planner", List.of("hr-agent"),
            "hr-agent", List.of("records"),
            "trusted", List.of("records")));
    parties = new KerberosProcess(realm.settings(), realm.keytab(), realm, USERS);
  }

  @AfterAll
  static void stop() throws IOException {
    parties.close();
    System.out.println(
        "MIT KDC and OpenLDAP: %d MB, %d ms of CPU"
            .formatted(realm.megabytes(), realm.processorTime().toMillis()));
    realm.close();
  }

  @Test
  void userInPerson_isNamedAlone() throws InvalidTokenException {
    assertReads("dana", List.of(), parties.call("dana", List.of(), "records"));
  }

  @Test
  void agent_isNamedInThePacAlone() throws InvalidTokenException {
    Sent sent = parties.call("dana", List.of("hr-agent"), "records");
    assertEquals("dana", sent.source());
    assertReads("dana", List.of("hr-agent"), sent);
  }

  @Test
  void chain_isNamedInOrder() throws InvalidTokenException {
    Sent sent = parties.call("omar", List.of("planner", "hr-agent"), "records");
    assertEquals("omar", sent.source());
    assertReads("omar", List.of("planner", "hr-agent"), sent);
  }

  /** A client that keeps tickets by user and service alone shows the chain of an earlier call. */
  @Test
  void agentThatKeepsItsTickets_tellsTheEarlierChain() throws Exception {
    try (KerberosProcess keeping =
        new KerberosProcess(realm.settings(), realm.keytab(), realm, USERS)) {
      for (List<String> path : List.of(List.of("hr-agent"), List.of("planner", "hr-agent"))) {
        assertReads("dana", List.of("hr-agent"), keeping.callKeeping("dana", path, "records"));
      }
    }
  }

  @Test
  void serviceThatIsNotOnTheList_isRefused() {
    assertTrue(parties.call("dana", List.of("hr-agent"), "mail").isRefused());
    assertTrue(parties.call("dana", List.of("planner"), "records").isRefused());
    assertTrue(parties.call("dana", List.of("hr-agent", "planner"), "records").isRefused());
  }

  /** With the flag the user takes no part, and the ticket doesn't tell. */
  @Test
  void agentTrustedToAuthenticate_needsNoTicketOfTheUser() throws InvalidTokenException {
    assertReads("dana", List.of("trusted"), parties.claim("dana", "trusted", "records"));
    assertReads("dana", List.of("trusted"), parties.call("dana", List.of("trusted"), "records"));
  }

  @Test
  void agentWithoutThatFlag_getsNothingByItself() {
    assertTrue(parties.claim("dana", "hr-agent", "records").isRefused());
    assertTrue(parties.claim("nobody", "trusted", "records").isRefused());
  }

  @Test
  void ticket_isGoodForItsOwnServiceAlone() {
    Sent sent = parties.call("dana", List.of("hr-agent"), "records");
    assertRefused("expected a ticket for `mail`", "mail", realm.key("mail"), sent.presentation());
    assertRefused(
        "expected a ticket under the key of its service",
        "records",
        realm.key("mail"),
        sent.presentation());
  }

  @Test
  void ticketWithAnyByteChanged_isRefused() {
    Presentation honest = parties.call("dana", List.of("hr-agent"), "records").presentation();
    byte[] bytes = Base64.getDecoder().decode(ticket(honest).value());
    for (int i = bytes.length - 200; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      SealedTicket other =
          new SealedTicket(
              Base64.getEncoder().encodeToString(changed),
              ticket(honest).client(),
              ticket(honest).end());
      assertThrows(
          InvalidTokenException.class,
          () -> verifier(Clock.systemUTC()).verify(other, proof(honest)));
    }
  }

  @Test
  void authenticator_isGoodOnce() throws InvalidTokenException {
    Presentation honest = parties.call("dana", List.of(), "records").presentation();
    TicketVerifier verifier = verifier(Clock.systemUTC());
    verifier.verify(ticket(honest), proof(honest));
    assertThrows(InvalidTokenException.class, () -> verifier.verify(ticket(honest), proof(honest)));
  }

  @Test
  void clockThatIsWrong_andTicketThatExpired_areTold() {
    Presentation honest = parties.call("dana", List.of("hr-agent"), "records").presentation();
    assertTold("expected a clock within 5 minutes of ours", Duration.ofMinutes(6), honest);
    assertTold("expected a ticket from ", Duration.ofDays(2), honest);
  }

  private static void assertTold(String message, Duration late, Presentation presented) {
    InvalidTokenException refused =
        assertThrows(
            InvalidTokenException.class,
            () ->
                verifier(Clock.offset(Clock.systemUTC(), late))
                    .verify(ticket(presented), proof(presented)));
    assertLine(message, String.valueOf(refused.getMessage()));
  }

  @Test
  void kdcThatIsNotThere_andWrongKeytab_areTold() throws IOException {
    Path nowhere = folder.resolve("nowhere.conf");
    // nobody listens there: the port is privileged, and discards
    Files.writeString(nowhere, realm.clientSettings(9));
    try (KerberosProcess lost = new KerberosProcess(nowhere, realm.keytab(), realm, USERS)) {
      assertLine("Connection refused", lost.call("dana", List.of(), "records").refusal());
    }
    Path empty = folder.resolve("no-keytab");
    try (KerberosProcess lost = new KerberosProcess(realm.settings(), empty, realm, USERS)) {
      assertLine(
          "Unable to obtain password from user",
          lost.call("dana", List.of("hr-agent"), "records").refusal());
    }
  }

  private static void assertLine(String expected, String found) {
    assertTrue(found.contains(expected), found);
    assertFalse(
        found.contains("\n") || USERS.stream().map(realm::password).anyMatch(found::contains));
  }

  private static void assertReads(String client, List<String> agents, Sent sent)
      throws InvalidTokenException {
    assertEquals("", sent.refusal());
    Presentation presented = sent.presentation();
    VerifiedTicket read = verifier(Clock.systemUTC()).verify(ticket(presented), proof(presented));
    assertEquals(client, read.client());
    assertEquals(agents, read.agents());
  }

  private static void assertRefused(
      String message, String service, byte[] key, Presentation presented) {
    TicketVerifier verifier = TicketVerifier.of(service, key, Clock.systemUTC());
    InvalidTokenException refused =
        assertThrows(
            InvalidTokenException.class,
            () -> verifier.verify(ticket(presented), proof(presented)));
    assertEquals(message, refused.getMessage());
  }

  private static TicketVerifier verifier(Clock clock) {
    return TicketVerifier.of("records", realm.key("records"), clock);
  }

  private static SealedTicket ticket(Presentation presented) {
    return ((Part.Ticket) presented.parts().get(0)).ticket();
  }

  private static SealedAuthenticator proof(Presentation presented) {
    return ((Part.Authenticator) presented.parts().get(1)).authenticator();
  }
}
