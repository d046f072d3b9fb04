package dev.onbehalf.token.kerberos;

/**
 * What proves that the caller has the key of a ticket's session, for one call (RFC 4120 section
 * 5.5.1).
 *
 * @param value in Base64
 */
public record SealedAuthenticator(String value) {}
