package dev.onbehalf.token.kerberos;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The service that has a key of everybody and issues tickets (RFC 4120 section 3), to agents in the
 * name of users, too, if they are on the list: constrained delegation, S4U2proxy ([MS-SFU] section
 * 3.2.5.2). No agent is trusted to authenticate for delegation, so all starts from a user's ticket.
 */
public final class KeyDistributionCenter {
  /** The realm of all principals. */
  static final String REALM = "EXAMPLE.ORG";

  private static final String TICKET_GRANTING = "krbtgt";

  private final Predicate<String> others;
  private final Clock clock;
  private final Duration lifetime;
  private final SecureRandom random;
  private final Set<String> agents = new HashSet<>();
  private final Map<String, KerberosKey> keys = new HashMap<>();
  private final Map<String, Set<String>> allowedTo = new HashMap<>();
  private final TicketVerifier ownTickets;
  private long issued;

  /**
   * A center with no agents.
   *
   * @param others whether somebody who is no agent has a key here: users and resources
   * @param lifetime of every ticket
   */
  public KeyDistributionCenter(
      Predicate<String> others, Clock clock, Duration lifetime, SecureRandom random) {
    this.others = others;
    this.clock = clock;
    this.lifetime = lifetime;
    this.random = random;
    ownTickets = new TicketVerifier(TICKET_GRANTING, key(TICKET_GRANTING), clock);
  }

  KerberosKey key(String name) {
    return keys.computeIfAbsent(name, any -> KerberosKey.generate(random));
  }

  /** Makes a principal of the agent, and the keytab that it has from now on. */
  public KerberosClient register(String agent) {
    if (!agents.add(agent)) {
      throw new IllegalArgumentException(
          "expected a new principal, found " + PrintableText.quoted(agent));
    }
    return new KerberosClient(agent, key(agent), this, clock, random);
  }

  /** Deletes the agent's principal; it still has its keytab and its tickets. */
  public void delete(String agent) {
    agents.remove(agent);
  }

  /** Puts the service on the list of those that the agent may delegate to. */
  public void allow(String agent, String service) {
    allowedTo.computeIfAbsent(agent, any -> new HashSet<>()).add(service);
  }

  /** Takes the service from the list. */
  public void disallow(String agent, String service) {
    allowedTo.getOrDefault(agent, new HashSet<>()).remove(service);
  }

  /** The user's own ticket for the service, by the password that she logged in with. */
  public ServiceTicket ticket(String user, String service) {
    requireKnown(user);
    requireKnown(service);
    return issue(newBody(user), service, Optional.empty());
  }

  private void requireKnown(String name) {
    if (!isPrincipal(name)) {
      throw new IllegalArgumentException(
          "expected a principal, found " + PrintableText.quoted(name));
    }
  }

  private boolean isPrincipal(String name) {
    return agents.contains(name) || others.test(name);
  }

  /** A ticket to ask for others with (RFC 4120 section 3.1). */
  ServiceTicket ticketGranting(String agent, String encryptedTimestamp)
      throws RefusedTicketException {
    if (!agents.contains(agent)) {
      throw RefusedTicketException.unknownClient(PrintableText.quoted(agent));
    }
    requireKey(agent, encryptedTimestamp);
    return issue(newBody(agent), TICKET_GRANTING, Optional.empty());
  }

  private void requireKey(String agent, String encryptedTimestamp) throws RefusedTicketException {
    try {
      Instant sent = Messages.timestamp(encryptedTimestamp, key(agent));
      ownTickets.requireNear(sent);
    } catch (InvalidTokenException e) {
      throw RefusedTicketException.notProved(String.valueOf(e.getMessage()));
    }
  }

  /**
   * A ticket for the service in the name of the client of the evidence ([MS-SFU] section 3.2.5.2).
   *
   * @param granting the agent's own ticket for this center
   * @param evidence a ticket for the agent itself
   */
  ServiceTicket delegated(
      SealedTicket granting, SealedAuthenticator proof, SealedTicket evidence, String service)
      throws RefusedTicketException {
    String agent = agent(granting, proof);
    TicketBody client = client(evidence, agent);
    if (!isPrincipal(service)) {
      throw RefusedTicketException.unknownService(PrintableText.quoted(service));
    }
    if (!allowedTo.getOrDefault(agent, Set.of()).contains(service)) {
      throw RefusedTicketException.notAllowed(
          "%s isn't on the list of %s"
              .formatted(PrintableText.quoted(service), PrintableText.quoted(agent)));
    }
    return issue(
        body(client.client(), client.loggedIn(), client.end()),
        service,
        Optional.of(delegation(client, agent, service)));
  }

  private String agent(SealedTicket granting, SealedAuthenticator proof)
      throws RefusedTicketException {
    try {
      String agent = ownTickets.verify(granting, proof).client();
      if (agents.contains(agent)) {
        return agent;
      }
      throw RefusedTicketException.unknownClient(PrintableText.quoted(agent));
    } catch (InvalidTokenException e) {
      throw RefusedTicketException.notProved(String.valueOf(e.getMessage()));
    }
  }

  /** What the evidence says, which the agent could have written itself but for the checksums. */
  private TicketBody client(SealedTicket evidence, String agent) throws RefusedTicketException {
    try {
      TicketVerifier service = new TicketVerifier(agent, key(agent), clock);
      TicketBody client = service.timely(service.open(evidence));
      service
          .pac(client)
          .requireOfKdc(key(TICKET_GRANTING), client.with(TicketBody.Opaque.BLANK).encoded());
      if (client.forwardable()) {
        return client;
      }
      throw RefusedTicketException.notAllowed("expected a ticket that is forwardable");
    } catch (InvalidTokenException e) {
      throw RefusedTicketException.notProved(String.valueOf(e.getMessage()));
    }
  }

  /** [MS-SFU] section 3.2.5.2.4: the agent comes after those whom the evidence names. */
  private DelegationInfo delegation(TicketBody client, String agent, String service)
      throws RefusedTicketException {
    try {
      List<String> transited = new ArrayList<>();
      new TicketVerifier(agent, key(agent), clock)
          .pac(client)
          .delegation()
          .ifPresent(before -> transited.addAll(before.transited()));
      transited.add(PrincipalNames.inRealm(agent, REALM));
      return new DelegationInfo(service, transited);
    } catch (InvalidTokenException e) {
      throw RefusedTicketException.notProved(String.valueOf(e.getMessage()));
    }
  }

  private TicketBody newBody(String client) {
    return body(client, clock.instant(), Instant.MAX);
  }

  private TicketBody body(String client, Instant loggedIn, Instant latest) {
    Instant now = clock.instant();
    Instant end = now.plus(lifetime);
    return new TicketBody(
        true,
        KerberosKey.generate(random),
        REALM,
        client,
        loggedIn,
        now,
        end.isBefore(latest) ? end : latest,
        TicketBody.Opaque.BLANK);
  }

  private ServiceTicket issue(
      TicketBody blank, String service, Optional<DelegationInfo> delegation) {
    issued++;
    KerberosKey key = key(service);
    byte[] pac =
        Pac.of(blank.client(), blank.loggedIn(), delegation)
            .signed(blank.encoded(), key, key(TICKET_GRANTING));
    TicketBody body = blank.with(new TicketBody.Opaque(pac));
    SealedTicket sealed =
        new SealedTicket(Messages.ticket(service, body, key, random), body.client(), body.end());
    return new ServiceTicket(sealed, body, clock, random);
  }

  /** How many tickets were issued so far. */
  public long issued() {
    return issued;
  }

  /** The verifier that the service uses, with its own key. */
  public TicketVerifier verifierFor(String service) {
    requireKnown(service);
    return new TicketVerifier(service, key(service), clock);
  }
}
