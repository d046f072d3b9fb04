package dev.onbehalf.token.grant;

import dev.onbehalf.token.access.VerifiedCredential;
import dev.onbehalf.token.access.VerifiedToken;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A token exchange that is in order: client, subject token and actor token are verified, and only
 * policy can refuse it now (RFC 8693 section 2.1); made by the token service only.
 */
public final class VerifiedExchange implements VerifiedCredential {
  private final String clientId;
  private final String subject;
  private final SortedMap<String, String> context;
  private final Optional<String> actor;
  private final String resource;
  private final List<String> scope;

  VerifiedExchange(
      String clientId,
      String subject,
      SortedMap<String, String> context,
      Optional<String> actor,
      String resource,
      List<String> scope) {
    this.clientId = clientId;
    this.subject = subject;
    this.context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
    this.actor = actor;
    this.resource = resource;
    this.scope = List.copyOf(scope);
  }

  /** An exchange of the subject token. */
  static VerifiedExchange of(
      RegisteredClient client,
      VerifiedToken subject,
      Optional<VerifiedToken> actor,
      String resource,
      List<String> scope) {
    return new VerifiedExchange(
        client.id(),
        subject.subject(),
        subject.context(),
        actor.map(VerifiedToken::subject),
        resource,
        scope);
  }

  /** The client that asks. */
  public String clientId() {
    return clientId;
  }

  /** The party on whose behalf it asks, by that party's own token. */
  public String subject() {
    return subject;
  }

  /** The context of the call in that token; empty if there is none. */
  public SortedMap<String, String> context() {
    return context;
  }

  /** The asking party by its own token; empty when it doesn't show one. */
  public Optional<String> actor() {
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
