package dev.onbehalf.token.kerberos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.MutableClock;
import dev.onbehalf.token.jose.Randomness;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The KDC vouches for user and chain, and for nothing else; services believe it and nobody else.
 */
final class KeyDistributionCenterTest {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final SecureRandom random = Randomness.seeded(1);
  private final KeyDistributionCenter center =
      new KeyDistributionCenter(
          Set.of("dana", "records", "mail", "a/b@c\\d")::contains, clock, LIFETIME, random);
  private final KerberosClient planner = center.register("planner");
  private final KerberosClient agent = center.register("hr-agent");
  private final TicketVerifier records = center.verifierFor("records");

  KeyDistributionCenterTest() {
    center.allow("planner", "hr-agent");
    center.allow("hr-agent", "records");
  }

  @Test
  void ticketOfTheUser_namesNoAgent() throws InvalidTokenException {
    VerifiedTicket read = verify(center.ticket("dana", "records"));
    assertEquals("dana", read.client());
    assertEquals(List.of(), read.agents());
  }

  // [MS-SFU] section 3.2.5.2.4: the service that asks is added at the end
  @Test
  void delegatedTicket_namesTheChainInOrder() throws Exception {
    assertEquals(
        List.of("hr-agent"), verify(delegated(agent, own("hr-agent"), "records")).agents());
    ServiceTicket handed = delegated(planner, own("planner"), "hr-agent");
    VerifiedTicket read = verify(delegated(agent, handed.sealed(), "records"));
    assertEquals("dana", read.client());
    assertEquals(List.of("planner", "hr-agent"), read.agents());
  }

  @Test
  void namesThatHoldSeparators_comeBack() throws Exception {
    String name = "a/b@c\\d";
    assertEquals(name, verify(center.ticket(name, "records")).client());
    KerberosClient other = center.register("x/y@z\\");
    center.allow("x/y@z\\", "records");
    VerifiedTicket read =
        verify(delegated(other, center.ticket("dana", "x/y@z\\").sealed(), "records"));
    assertEquals(List.of("x/y@z\\"), read.agents());
  }

  @Test
  void serviceThatIsNotOnTheList_isRefused() {
    assertRefused("KDC_ERR_BADOPTION", agent, own("hr-agent"), "mail");
    assertRefused("KDC_ERR_BADOPTION", planner, own("planner"), "records");
    assertRefused("KDC_ERR_S_PRINCIPAL_UNKNOWN", agent, own("hr-agent"), "nowhere");
    center.disallow("hr-agent", "records");
    assertRefused("KDC_ERR_BADOPTION", agent, own("hr-agent"), "records");
  }

  @Test
  void evidenceForSomebodyElse_isRefused() {
    assertRefused("KRB_AP_ERR_BAD_INTEGRITY", agent, own("planner"), "records");
    assertRefused("KRB_AP_ERR_BAD_INTEGRITY", agent, own("records"), "records");
  }

  @Test
  void agentThatIsGone_getsNothing() {
    SealedTicket evidence = own("hr-agent");
    center.delete("hr-agent");
    assertRefused("KDC_ERR_C_PRINCIPAL_UNKNOWN", agent, evidence, "records");
  }

  /** The agent has the key of its own tickets, and could write one, but for the KDC's checksums. */
  @Test
  void evidenceThatTheAgentWrote_isRefused() throws InvalidTokenException {
    KerberosKey own = center.key("hr-agent");
    TicketBody honest = Messages.opened(own("hr-agent").value(), "hr-agent", own);
    TicketBody blank =
        new TicketBody(
            true,
            own,
            honest.realm(),
            "a/b@c\\d",
            honest.loggedIn(),
            honest.start(),
            honest.end(),
            TicketBody.Opaque.BLANK);
    byte[] pac =
        Pac.of(blank.client(), blank.loggedIn(), Optional.empty())
            .signed(blank.encoded(), own, KerberosKey.generate(random));
    assertRefused("KRB_AP_ERR_BAD_INTEGRITY", agent, written(blank, pac, own), "records");
    // the PAC of another ticket, whose checksums are the KDC's
    assertRefused(
        "KRB_AP_ERR_BAD_INTEGRITY", agent, written(blank, honest.pac().bytes(), own), "records");
  }

  private SealedTicket written(TicketBody blank, byte[] pac, KerberosKey key) {
    String value = Messages.ticket("hr-agent", blank.with(new TicketBody.Opaque(pac)), key, random);
    return new SealedTicket(value, blank.client(), blank.end());
  }

  @Test
  void ticketForAnotherService_isRefused() {
    ServiceTicket ticket = center.ticket("dana", "mail");
    assertThrows(InvalidTokenException.class, () -> verify(ticket));
  }

  @Test
  void ticket_isGoodUntilItExpires() throws InvalidTokenException {
    ServiceTicket ticket = center.ticket("dana", "records");
    clock.advance(LIFETIME.minusSeconds(1));
    verify(ticket);
    clock.advance(Duration.ofSeconds(1));
    assertThrows(InvalidTokenException.class, () -> verify(ticket));
  }

  @Test
  void delegatedTicket_isGoodNoLongerThanTheEvidence() throws Exception {
    SealedTicket evidence = own("hr-agent");
    clock.advance(Duration.ofMinutes(4));
    ServiceTicket ticket = delegated(agent, evidence, "records");
    assertEquals(evidence.end(), ticket.sealed().end());
    clock.advance(Duration.ofMinutes(1));
    assertRefused("KRB_AP_ERR_BAD_INTEGRITY", agent, evidence, "records");
  }

  // RFC 4120 section 3.2.3: a replay, and an authenticator of more than 5 minutes ago
  @Test
  void authenticator_isGoodOnceAndSoon() throws InvalidTokenException {
    ServiceTicket ticket = center.ticket("dana", "records");
    SealedAuthenticator proof = ticket.authenticator();
    records.verify(ticket.sealed(), proof);
    assertThrows(InvalidTokenException.class, () -> records.verify(ticket.sealed(), proof));
    records.forgetUses();
    records.verify(ticket.sealed(), proof);
    KeyDistributionCenter patient =
        new KeyDistributionCenter(
            Set.of("dana", "records")::contains, clock, Duration.ofHours(10), random);
    ServiceTicket longer = patient.ticket("dana", "records");
    SealedAuthenticator early = longer.authenticator();
    SealedAuthenticator late = longer.authenticator();
    TicketVerifier verifier = patient.verifierFor("records");
    clock.advance(Duration.ofMinutes(5));
    verifier.verify(longer.sealed(), early);
    clock.advance(Duration.ofSeconds(1));
    assertThrows(InvalidTokenException.class, () -> verifier.verify(longer.sealed(), late));
  }

  @Test
  void authenticatorOfAnotherTicket_isRefused() {
    ServiceTicket one = center.ticket("dana", "records");
    ServiceTicket other = center.ticket("dana", "records");
    assertThrows(
        InvalidTokenException.class, () -> records.verify(one.sealed(), other.authenticator()));
  }

  @Test
  void text_tellsNoSecret() {
    assertEquals("SealedTicket[…]", own("records").toString());
  }

  private SealedTicket own(String service) {
    return center.ticket("dana", service).sealed();
  }

  private static ServiceTicket delegated(KerberosClient by, SealedTicket evidence, String service)
      throws RefusedTicketException {
    return by.delegated(by.logIn(), evidence, service);
  }

  private VerifiedTicket verify(ServiceTicket ticket) throws InvalidTokenException {
    return records.verify(ticket.sealed(), ticket.authenticator());
  }

  private static void assertRefused(
      String code, KerberosClient by, SealedTicket evidence, String service) {
    RefusedTicketException refused =
        assertThrows(RefusedTicketException.class, () -> delegated(by, evidence, service));
    assertEquals(code, refused.code());
  }
}
