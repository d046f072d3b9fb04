package dev.onbehalf.token.workload;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.TokenType;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The agents that have a certificate or a key of their own, and who vouches for them. */
public final class EnrolledWorkloads {
  private final Registry registry;
  private final WorkloadIdentityTokenVerifier identityTokenVerifier;
  private final WorkloadKeys keys;
  private final Clock clock;
  private final Supplier<SecureRandom> randoms;
  private final Map<String, AgentCredentials> workloads = new HashMap<>();
  private Optional<TlsServer> tlsServer = Optional.empty();

  /**
   * Nobody, to begin with.
   *
   * @param randoms random numbers for one use each
   */
  public EnrolledWorkloads(
      Registry registry,
      WorkloadIdentityTokenVerifier identityTokenVerifier,
      WorkloadKeys keys,
      Clock clock,
      Supplier<SecureRandom> randoms) {
    this.registry = registry;
    this.identityTokenVerifier = identityTokenVerifier;
    this.keys = keys;
    this.clock = clock;
    this.randoms = randoms;
  }

  public void registerCertificate(String agent) {
    AgentCredentials known = registered(agent);
    workloads.put(agent, known.with(tlsServer().certificate(agent)));
  }

  public void registerKey(String agent) {
    AgentCredentials known = registered(agent);
    workloads.put(agent, known.with(keys.key(agent, randoms.get())));
  }

  /** Has the TLS server refuse the agent's certificate, which the agent still has. */
  public void revokeCertificate(String agent) {
    tlsServer().revoke(find(agent).certificate());
  }

  /** Forgets the agent's key: nothing that is signed with it is good where it is looked up. */
  public void revokeKey(String agent) {
    workloads.computeIfPresent(agent, (any, known) -> known.withoutKey());
  }

  public AgentCredentials find(String agent) {
    AgentCredentials known = workloads.get(agent);
    if (known == null) {
      throw new IllegalArgumentException(
          "expected a workload, found " + PrintableText.quoted(agent));
    }
    return known;
  }

  /** The one server, started when it is first needed. */
  public TlsServer tlsServer() {
    if (tlsServer.isEmpty()) {
      SecureRandom random = randoms.get();
      tlsServer =
          Optional.of(new TlsServer(new CertificateAuthority(clock, random), clock, random));
    }
    return tlsServer.get();
  }

  public WorkloadVerifier verifierFor(String resource) {
    registry.require(resource, Party.RESOURCE);
    return new WorkloadVerifier(
        identityTokenVerifier,
        keys.signatures(TokenType.WORKLOAD_PROOF),
        new ProofTokenRules(resource, clock));
  }

  /** A verifier of DPoP proofs for one server, whoever's the keys are. */
  public DpopProofVerifier dpopProofVerifier() {
    return new DpopProofVerifier(keys.embeddedKeyVerifier(TokenType.DPOP_PROOF), clock);
  }

  /** Verifies step proofs by the keys that are registered here. */
  public StepProofVerifier stepProofVerifier() {
    return new StepProofVerifier(
        agent -> Optional.ofNullable(workloads.get(agent)).flatMap(AgentCredentials::publicKey),
        keys.signatures(TokenType.STEP_PROOF));
  }

  private AgentCredentials registered(String agent) {
    registry.addWorkload(agent);
    return workloads.getOrDefault(
        agent, new AgentCredentials(agent, Optional.empty(), Optional.empty()));
  }
}
