package dev.onbehalf.token.grant;

/**
 * A rule on exchanges that this token service keeps, and that others leave to whoever runs them.
 */
public enum ExchangeRule {
  /** A subject token is exchanged by the client that it is made out to (RFC 8693 section 2.1). */
  SUBJECT_AUDIENCE,
  /** Whoever exchanges a token with actors names itself as one (RFC 8693 section 4.1). */
  ACTORS_KEPT,
  /** The actor token is the client's own (RFC 8693 section 2.1). */
  OWN_ACTOR_TOKEN,
  /** The actor token is read. */
  ACTOR_TOKEN_READ,
  /** The result names the client that asked for it, whoever acts (RFC 8693 section 4.3). */
  CLIENT_NAMED
}
