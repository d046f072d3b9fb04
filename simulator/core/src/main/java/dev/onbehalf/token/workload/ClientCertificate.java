package dev.onbehalf.token.workload;

import java.util.Objects;

/**
 * An agent's client certificate (RFC 8446 section 4.4.2) with its private key, which never leaves
 * it.
 */
public final class ClientCertificate {
  private final String agent;
  private final TlsKey key;

  ClientCertificate(String agent, TlsKey key) {
    this.agent = agent;
    this.key = key;
  }

  TlsKey key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClientCertificate that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key.certificate());
  }

  @Override
  public String toString() {
    return "client certificate of " + agent;
  }
}
