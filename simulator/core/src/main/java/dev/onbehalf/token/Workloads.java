package dev.onbehalf.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The agents that have a certificate or a key of their own, and who vouches for them. */
final class Workloads {
  private final Registry registry;
  private final IdentityTokenVerifier identityTokenVerifier;
  private final WorkloadKeys keys;
  private final Clock clock;
  private final Supplier<SecureRandom> randoms;
  private final Map<String, Workload> workloads = new HashMap<>();
  private Optional<TlsServer> tlsServer = Optional.empty();

  /**
   * Nobody, to begin with.
   *
   * @param randoms random numbers for one use each
   */
  Workloads(
      Registry registry,
      IdentityTokenVerifier identityTokenVerifier,
      WorkloadKeys keys,
      Clock clock,
      Supplier<SecureRandom> randoms) {
    this.registry = registry;
    this.identityTokenVerifier = identityTokenVerifier;
    this.keys = keys;
    this.clock = clock;
    this.randoms = randoms;
  }

  void registerCertificate(String agent) {
    Workload known = registered(agent);
    workloads.put(agent, known.with(tlsServer().certificate(agent)));
  }

  void registerKey(String agent) {
    Workload known = registered(agent);
    workloads.put(agent, known.with(keys.key(agent, randoms.get())));
  }

  Workload find(String agent) {
    Workload known = workloads.get(agent);
    if (known == null) {
      throw new IllegalArgumentException("expected a workload, found " + PlainText.quote(agent));
    }
    return known;
  }

  /** The one server, started when it is first needed. */
  TlsServer tlsServer() {
    if (tlsServer.isEmpty()) {
      SecureRandom random = randoms.get();
      tlsServer =
          Optional.of(new TlsServer(new CertificateAuthority(clock, random), clock, random));
    }
    return tlsServer.get();
  }

  WorkloadVerifier verifierFor(String resource) {
    registry.require(resource, Party.RESOURCE);
    return new WorkloadVerifier(
        identityTokenVerifier,
        keys.signatures(TokenType.WORKLOAD_PROOF),
        new ProofTokenRules(resource, clock));
  }

  /** Verifies step proofs by the keys that are registered here. */
  StepProofVerifier stepProofVerifier() {
    return new StepProofVerifier(
        agent -> Optional.ofNullable(workloads.get(agent)).flatMap(Workload::publicKey),
        keys.signatures(TokenType.STEP_PROOF));
  }

  private Workload registered(String agent) {
    registry.addWorkload(agent);
    return workloads.getOrDefault(agent, new Workload(agent, Optional.empty(), Optional.empty()));
  }
}
