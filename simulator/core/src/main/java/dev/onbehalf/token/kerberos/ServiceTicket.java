package dev.onbehalf.token.kerberos;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;

/** A ticket in the hands of whoever asked for it, together with the key of its session. */
public final class ServiceTicket {
  private final SealedTicket sealed;
  private final TicketBody body;
  private final Clock clock;
  private final SecureRandom random;

  ServiceTicket(SealedTicket sealed, TicketBody body, Clock clock, SecureRandom random) {
    this.sealed = sealed;
    this.body = body;
    this.clock = clock;
    this.random = random;
  }

  /** The ticket, which is presented, and handed on to the next agent. */
  public SealedTicket sealed() {
    return sealed;
  }

  /** The proof for one call that the caller has the key of the session. */
  public SealedAuthenticator authenticator() {
    return proofs().get();
  }

  /** Such proofs, one at a time, in the hands of somebody who needn't have the ticket itself. */
  public Supplier<SealedAuthenticator> proofs() {
    TicketBody told = body;
    Clock now = clock;
    SecureRandom confounders = random;
    return () -> new SealedAuthenticator(Messages.authenticator(told, now.instant(), confounders));
  }

  /** Whether it hasn't expired. */
  public boolean isGood() {
    return clock.instant().isBefore(body.end());
  }
}
