package dev.onbehalf.token.grant;

import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.VerifiedCredential;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The claims of a transaction token that passed every check for one resource and action; made by
 * {@link TransactionTokenVerifier} only.
 */
public final class VerifiedTransactionToken implements VerifiedCredential {
  private final String id;
  private final String subject;
  private final String requester;
  private final Optional<Actor> actor;
  private final Instant expiresAt;
  private final TransactionContext transaction;

  VerifiedTransactionToken(
      String id,
      String subject,
      String requester,
      Optional<Actor> actor,
      Instant expiresAt,
      TransactionContext transaction) {
    this.id = id;
    this.subject = subject;
    this.requester = requester;
    this.actor = actor;
    this.expiresAt = expiresAt;
    this.transaction = transaction;
  }

  /** The {@code txn} claim, unique to the transaction. */
  public String id() {
    return id;
  }

  /** The user for whom the transaction is made. */
  public String subject() {
    return subject;
  }

  /**
   * The workload that asked for the token, {@code req_wl}; whoever presents it now may be another.
   */
  public String requester() {
    return requester;
  }

  /**
   * The agent that performs the action, with those before
   * (draft-araut-oauth-transaction-tokens-for-agents-02); empty if the token names none.
   */
  public Optional<Actor> actor() {
    return actor;
  }

  /** The first instant at which the token no longer holds. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** The context of the call, by the user's login. */
  public SortedMap<String, String> context() {
    return transaction.context();
  }
}
