package dev.onbehalf.token.workload;

import dev.onbehalf.token.access.VerifiedCredential;

/**
 * The client at the other end of a TLS connection, which proved in the handshake that it has the
 * certificate's private key (RFC 8446 section 4.4.3); made by {@link TlsServer} only.
 */
public final class VerifiedCertificate implements VerifiedCredential {
  private final String agent;

  VerifiedCertificate(String agent) {
    this.agent = agent;
  }

  /** The agent that the certificate names. */
  public String agent() {
    return agent;
  }
}
