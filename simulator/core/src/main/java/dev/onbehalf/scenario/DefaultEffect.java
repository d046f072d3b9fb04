package dev.onbehalf.scenario;

/** What becomes of a request that no policy matches. */
public enum DefaultEffect {
  DENY,
  UNSPECIFIED
}
