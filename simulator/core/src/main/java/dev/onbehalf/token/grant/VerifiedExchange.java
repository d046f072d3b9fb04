package dev.onbehalf.token.grant;

import dev.onbehalf.token.access.VerifiedCredential;
import dev.onbehalf.token.access.VerifiedToken;
import java.util.List;
import java.util.Optional;

/**
 * A token exchange that is in order: client, subject token and actor token are verified, and only
 * policy can refuse it now (RFC 8693 section 2.1); made by the token service only.
 */
public final class VerifiedExchange implements VerifiedCredential {
  private final String clientId;
  private final VerifiedToken subject;
  private final Optional<VerifiedToken> actor;
  private final String resource;
  private final List<String> scope;

  VerifiedExchange(
      String clientId,
      VerifiedToken subject,
      Optional<VerifiedToken> actor,
      String resource,
      List<String> scope) {
    this.clientId = clientId;
    this.subject = subject;
    this.actor = actor;
    this.resource = resource;
    this.scope = List.copyOf(scope);
  }

  /** The client that asks. */
  public String clientId() {
    return clientId;
  }

  /** The token of the party on whose behalf it asks. */
  public VerifiedToken subject() {
    return subject;
  }

  /** The asking party's own token; empty when it doesn't show one. */
  public Optional<VerifiedToken> actor() {
    return actor;
  }

  /** The resource that the token is to be for. */
  public String resource() {
    return resource;
  }

  /** What the token is to allow there. */
  public List<String> scope() {
    return scope;
  }
}
