package dev.onbehalf.token;

import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.kerberos.KerberosClient;
import dev.onbehalf.token.kerberos.RefusedTicketException;
import dev.onbehalf.token.kerberos.SealedAuthenticator;
import dev.onbehalf.token.kerberos.SealedTicket;
import dev.onbehalf.token.kerberos.ServiceTicket;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** An agent as a principal of the KDC; each time that it asks for a ticket is one round trip. */
public final class ServicePrincipal {
  private final String name;
  private final KerberosClient client;
  private final OperationMeter meter;

  /** The proofs of what it got, for as long as somebody holds the ticket. */
  private final Map<SealedTicket, Supplier<SealedAuthenticator>> proofs = new WeakHashMap<>();

  ServicePrincipal(String name, KerberosClient client, OperationMeter meter) {
    this.name = name;
    this.client = client;
    this.meter = meter;
  }

  /** The agent's name. */
  public String name() {
    return name;
  }

  /**
   * A ticket for the service in the name of the client of the evidence, by constrained delegation
   * ([MS-SFU] section 3.1.5.2): the agent logs in, and asks.
   *
   * @param evidence a ticket for the agent itself: the user's, or one that it was handed
   * @param service the resource, or the next agent of a chain
   */
  public Refusable<ServiceTicket> delegatedTicket(SealedTicket evidence, String service) {
    try {
      meter.countRoundTrip();
      ServiceTicket granting = client.logIn();
      meter.countRoundTrip();
      ServiceTicket ticket = client.delegated(granting, evidence, service);
      proofs.put(ticket.sealed(), ticket.proofs());
      return Refusable.of(ticket);
    } catch (RefusedTicketException refused) {
      return Refusable.refused(refused.code(), String.valueOf(refused.getMessage()));
    }
  }

  /** A new proof of the session key of a ticket that the agent got. */
  public Optional<SealedAuthenticator> authenticator(SealedTicket ticket) {
    return Optional.ofNullable(proofs.get(ticket)).map(Supplier::get);
  }
}
