package dev.onbehalf.token;

import dev.onbehalf.token.access.TokenVerifier;
import dev.onbehalf.token.access.TrustedIssuer;
import dev.onbehalf.token.grant.TransactionTokenVerifier;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.kerberos.KeyDistributionCenter;
import dev.onbehalf.token.kerberos.TicketVerifier;
import dev.onbehalf.token.macaroon.MacaroonMint;
import dev.onbehalf.token.macaroon.MacaroonVerifier;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import dev.onbehalf.token.workload.ChainVerifier;
import dev.onbehalf.token.workload.DpopProofVerifier;
import dev.onbehalf.token.workload.EnrolledWorkloads;
import dev.onbehalf.token.workload.TlsServer;
import dev.onbehalf.token.workload.WorkloadVerifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the resources' servers, the broker and the gateway verify with. */
public final class ResourceServers {
  private final Registry registry;
  private final Authority authority;
  private final Function<List<String>, TrustedIssuer> trusted;
  private final ResourceDomain domain;
  private final EnrolledWorkloads workloads;
  private final MacaroonMint macaroons;
  private final Supplier<KeyDistributionCenter> center;

  ResourceServers(
      Registry registry,
      Authority authority,
      Function<List<String>, TrustedIssuer> trusted,
      ResourceDomain domain,
      EnrolledWorkloads workloads,
      MacaroonMint macaroons,
      Supplier<KeyDistributionCenter> center) {
    this.registry = registry;
    this.authority = authority;
    this.trusted = trusted;
    this.domain = domain;
    this.workloads = workloads;
    this.macaroons = macaroons;
    this.center = center;
  }

  /**
   * The verifier that a resource's server, the broker or the gateway uses for access tokens: the
   * token service's, and those of the resource's own server if there is one by now.
   */
  public TokenVerifier verifierFor(String audience) {
    registry.require(audience, Party.RESOURCE, Party.BROKER, Party.GATEWAY);
    List<String> audiences = List.of(audience);
    return new TokenVerifier(
        Stream.of(Optional.of(trusted.apply(audiences)), domain.trusted(audience))
            .flatMap(Optional::stream)
            .toList());
  }

  /** The verifier of the token service's own tokens alone. */
  TokenVerifier ownVerifierFor(List<String> audiences) {
    return new TokenVerifier(List.of(trusted.apply(audiences)));
  }

  /** The verifier that every resource's server uses for transaction tokens. */
  public TransactionTokenVerifier transactionTokenVerifier() {
    return new TransactionTokenVerifier(authority);
  }

  /** The TLS server before the resources. */
  public TlsServer tlsServer() {
    return workloads.tlsServer();
  }

  /** The verifier of the actors' own step proofs. */
  public ChainVerifier chainVerifier() {
    return new ChainVerifier(workloads.stepProofVerifier());
  }

  /** The verifier of macaroons that the resource's server uses, with its own root keys. */
  public MacaroonVerifier macaroonVerifierFor(String resource) {
    return macaroons.verifierFor(resource);
  }

  /** The verifier of tickets that the resource's server uses, with a key of its own. */
  public TicketVerifier ticketVerifierFor(String resource) {
    return center.get().verifierFor(resource);
  }

  /** A verifier of DPoP proofs, which each server has of its own. */
  public DpopProofVerifier dpopProofVerifier() {
    return workloads.dpopProofVerifier();
  }

  /** The verifier of workloads' proofs that the resource's server uses. */
  public WorkloadVerifier workloadVerifierFor(String resource) {
    return workloads.verifierFor(resource);
  }
}
