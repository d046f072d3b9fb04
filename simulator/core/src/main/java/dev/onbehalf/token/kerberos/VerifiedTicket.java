package dev.onbehalf.token.kerberos;

import dev.onbehalf.token.access.VerifiedCredential;
import java.util.List;

/** What a ticket says that passed every check; made by {@link TicketVerifier} only. */
public final class VerifiedTicket implements VerifiedCredential {
  private final String client;
  private final List<String> agents;

  VerifiedTicket(String client, List<String> agents) {
    this.client = client;
    this.agents = List.copyOf(agents);
  }

  /** In whose name the caller calls: what the acceptor of a GSS context calls its source. */
  public String client() {
    return client;
  }

  /**
   * The agents that delegated, first to last, as the KDC vouches for them in the PAC; none if the
   * client calls in person.
   */
  public List<String> agents() {
    return agents;
  }
}
