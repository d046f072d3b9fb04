package dev.onbehalf.scenario;

/** What the policies say of one request; an unspecified one counts for nothing. */
public enum Truth {
  PERMITTED,
  DENIED,
  UNSPECIFIED
}
