package dev.onbehalf.token;

/**
 * The signature algorithms a token service may use (RFC 7518 section 3.1, RFC 8037 section 3.1).
 */
public enum SigningAlgorithm {
  ES256,
  RS256,
  EDDSA
}
