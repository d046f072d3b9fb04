package dev.onbehalf.token;

/** A check that servers out there are known to lack. */
public enum Flaw {
  /** A resource takes tokens that are made out to others (RFC 9068 section 4). */
  AUDIENCE_NOT_CHECKED,
  /** A token service takes a token of another type (RFC 8725 section 3.11). */
  TYPE_NOT_CHECKED,
  /** Who exchanges a delegated token without an actor token gets one without actors. */
  ACT_DROPPED,
  /** An actor token is good from whichever client it comes (RFC 8693 section 2.1). */
  ACTOR_NOT_TIED,
  /** The actor token is read by nobody, and the result is the user's own. */
  ACTOR_IGNORED,
  /** Any client that leaves the actor token out gets a token as if the user had logged in. */
  NO_ACTOR_NEEDED,
  /** The resource behind a gateway takes what is meant for the gateway. */
  GATEWAY_GONE_AROUND,
  /** A gateway that names the caller in headers passes on those that came from outside. */
  HEADER_NOT_STRIPPED,
  /** A resource takes a token that is bound to a key without a proof (RFC 9449 section 7.1). */
  PROOF_NOT_CHECKED
}
