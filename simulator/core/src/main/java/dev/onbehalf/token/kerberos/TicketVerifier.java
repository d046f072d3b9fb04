package dev.onbehalf.token.kerberos;

import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.UsedIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The checks that a service makes on what is presented to it (RFC 4120 section 3.2.3). */
public final class TicketVerifier {
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final String service;
  private final KerberosKey key;
  private final Clock clock;
  private final UsedIds used = new UsedIds();

  TicketVerifier(String service, KerberosKey key, Clock clock) {
    this.service = service;
    this.key = key;
    this.clock = clock;
  }

  /**
   * The verifier of a service.
   *
   * @param key of the type aes256-cts-hmac-sha1-96, as the service's keytab holds it
   */
  public static TicketVerifier of(String service, byte[] key, Clock clock) {
    return new TicketVerifier(service, new KerberosKey(key), clock);
  }

  /**
   * Verifies a ticket together with the proof of its session's key, which is good once.
   *
   * @throws InvalidTokenException with the first rule that they break
   */
  public VerifiedTicket verify(SealedTicket ticket, SealedAuthenticator authenticator)
      throws InvalidTokenException {
    TicketBody body = timely(open(ticket));
    requireFresh(authenticator, Messages.made(authenticator.value(), body));
    return read(body, pac(body));
  }

  TicketBody open(SealedTicket ticket) throws InvalidTokenException {
    return Messages.opened(ticket.value(), service, key);
  }

  TicketBody timely(TicketBody body) throws InvalidTokenException {
    Instant now = clock.instant();
    if (now.isBefore(body.start()) || !now.isBefore(body.end())) {
      throw new InvalidTokenException(
          "expected a ticket from %s to %s, found %s".formatted(body.start(), body.end(), now));
    }
    return body;
  }

  private void requireFresh(SealedAuthenticator authenticator, Instant made)
      throws InvalidTokenException {
    requireNear(made);
    long forgotten = made.plus(SKEW).getEpochSecond() + 1;
    if (!used.use(authenticator.value(), forgotten, clock.instant().getEpochSecond())) {
      throw new InvalidTokenException("expected an authenticator that wasn't used before");
    }
  }

  void requireNear(Instant made) throws InvalidTokenException {
    if (Duration.between(made, clock.instant()).abs().compareTo(SKEW) > 0) {
      throw new InvalidTokenException("expected a clock within 5 minutes of ours, found " + made);
    }
  }

  /** The PAC that is the client's, by the server's checksum; the KDC's takes its own key. */
  Pac pac(TicketBody body) throws InvalidTokenException {
    Pac pac = Messages.reading("expected a PAC", () -> Pac.verified(body.pac().bytes(), key));
    pac.requireOf(body.client(), body.loggedIn());
    return pac;
  }

  private static VerifiedTicket read(TicketBody body, Pac pac) throws InvalidTokenException {
    return Messages.reading(
        "expected the names of services in the PAC",
        () -> new VerifiedTicket(body.client(), agents(body, pac)));
  }

  private static List<String> agents(TicketBody body, Pac pac) {
    List<String> agents = new ArrayList<>();
    pac.delegation()
        .map(DelegationInfo::transited)
        .orElse(List.of())
        .forEach(service -> agents.add(PrincipalNames.ofRealm(service, body.realm())));
    return agents;
  }

  /** Makes authenticators that were used good for another time, so that a call can be repeated. */
  public void forgetUses() {
    used.forget();
  }
}
