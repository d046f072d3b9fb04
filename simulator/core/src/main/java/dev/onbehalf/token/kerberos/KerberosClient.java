package dev.onbehalf.token.kerberos;

import java.security.SecureRandom;
import java.time.Clock;

/** An agent with its keytab, which asks the KDC for tickets in the name of users. */
public final class KerberosClient {
  private final String name;
  private final KerberosKey key;
  private final KeyDistributionCenter center;
  private final Clock clock;
  private final SecureRandom random;

  KerberosClient(
      String name,
      KerberosKey key,
      KeyDistributionCenter center,
      Clock clock,
      SecureRandom random) {
    this.name = name;
    this.key = key;
    this.center = center;
    this.clock = clock;
    this.random = random;
  }

  /** The agent's own ticket for the KDC, by its keytab (RFC 4120 section 3.1). */
  public ServiceTicket logIn() throws RefusedTicketException {
    return center.ticketGranting(name, Messages.timestamp(clock.instant(), key, random));
  }

  /**
   * A ticket for the service in the name of the client of the evidence ([MS-SFU] section 3.2.5.2).
   *
   * @param granting what the agent logged in for
   * @param evidence a ticket for the agent itself: the user's, or one from the agent before
   */
  public ServiceTicket delegated(ServiceTicket granting, SealedTicket evidence, String service)
      throws RefusedTicketException {
    return center.delegated(granting.sealed(), granting.authenticator(), evidence, service);
  }
}
