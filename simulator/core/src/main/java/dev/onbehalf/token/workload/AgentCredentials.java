package dev.onbehalf.token.workload;

import dev.onbehalf.text.PrintableText;
import java.security.PublicKey;
import java.util.Optional;

/** An agent as a running program, with what it has of its own to prove that it is the one. */
public final class AgentCredentials {
  private final String name;
  private final Optional<ClientCertificate> certificate;
  private final Optional<WorkloadKey> key;

  AgentCredentials(
      String name, Optional<ClientCertificate> certificate, Optional<WorkloadKey> key) {
    this.name = name;
    this.certificate = certificate;
    this.key = key;
  }

  /** The agent's name. */
  public String name() {
    return name;
  }

  /** The client certificate that was registered for it. */
  public ClientCertificate certificate() {
    return certificate.orElseThrow(() -> lacking("certificate"));
  }

  /** The key that was registered for it. */
  public WorkloadKey key() {
    return key.orElseThrow(() -> lacking("key"));
  }

  Optional<PublicKey> publicKey() {
    return key.map(WorkloadKey::publicKey);
  }

  AgentCredentials with(ClientCertificate certificate) {
    return new AgentCredentials(name, Optional.of(certificate), key);
  }

  AgentCredentials withoutKey() {
    return new AgentCredentials(name, certificate, Optional.empty());
  }

  AgentCredentials with(WorkloadKey key) {
    return new AgentCredentials(name, certificate, Optional.of(key));
  }

  private IllegalArgumentException lacking(String what) {
    return new IllegalArgumentException(
        "expected a workload with a %s, found %s".formatted(what, PrintableText.quoted(name)));
  }
}
