package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.grant.TransactionTokenVerifier;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import dev.onbehalf.token.workload.VerifiedChain;
import dev.onbehalf.token.workload.WorkloadVerifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The machinery that a strategy turns out to use, by what it registers and what its calls show. */
final class ObservedMachinery {
  private static final Set<Kind> CLIENTS =
      EnumSet.of(Kind.CLIENT, Kind.IMPERSONATOR, Kind.SERVICE_PRINCIPAL);
  private static final Set<Kind> CONSENTS = EnumSet.of(Kind.CONSENT, Kind.ADMINISTRATOR_CONSENT);
  private static final List<String> AGENTS =
      List.of(Attributes.AGENT, Attributes.FIRST_AGENT, Attributes.PRIOR_AGENTS);

  private final CredentialStrategy strategy;
  private final Set<Machinery> found = EnumSet.noneOf(Machinery.class);

  private ObservedMachinery(CredentialStrategy strategy) {
    this.strategy = strategy;
  }

  /** Every piece that is seen, in the order of the list. */
  static List<Machinery> of(CredentialStrategy strategy) {
    ObservedMachinery observed = new ObservedMachinery(strategy);
    observed.registrations();
    observed.points();
    observed.calls();
    return List.copyOf(observed.found);
  }

  private void note(Machinery piece, boolean seen) {
    if (seen) {
      found.add(piece);
    }
  }

  /** A client that is there without any agent is the strategy's own. */
  private void registrations() {
    List<Registration> all = registered(List.of("ada", "bot"));
    List<Registration> ofAgents = new ArrayList<>(all);
    ofAgents.removeAll(registered(List.of()));
    note(Machinery.AGENT_CLIENTS, ofAgents.stream().anyMatch(one -> CLIENTS.contains(one.kind())));
    note(Machinery.CONSENT, all.stream().anyMatch(one -> CONSENTS.contains(one.kind())));
    note(
        Machinery.SECOND_AUTHORIZATION_SERVER,
        all.stream().anyMatch(one -> one.kind() == Kind.RESOURCE_CLIENT));
  }

  private List<Registration> registered(List<String> agents) {
    List<Registration> registered = new ArrayList<>();
    strategy.enrol(
        new Population(List.of("ann"), agents, List.of("disk", "mail")), registered::add);
    return registered;
  }

  private void points() {
    Proof proof = strategy.about().proof();
    List<Point> points = proof.showings().stream().map(Proof.Showing::point).toList();
    note(Machinery.ISSUANCE_POLICY, points.contains(Point.ISSUANCE));
    note(Machinery.BROKER, points.contains(Point.BROKER));
    note(Machinery.GATEWAY, points.contains(Point.GATEWAY));
    note(
        Machinery.AGENT_AWARE_RESOURCES,
        proof.atResource().via().stream().anyMatch(AGENTS::contains));
  }

  private void calls() {
    ContractWorld world = new ContractWorld(strategy);
    for (Request request : ContractWorld.requests()) {
      for (ContractWorld.Stage stage : world.stages(request)) {
        stage.presentation().parts().forEach(part -> part(part, request.isDirect()));
      }
      note(Machinery.SIGNED_HOPS, world.shows(request, VerifiedChain.class));
    }
    note(Machinery.TOKEN_EXCHANGE, world.hasExchanged());
  }

  /**
   * Signed hops are the proofs of workloads, in headers, and of the steps of a chain, in tokens.
   */
  private void part(Part part, boolean direct) {
    note(direct ? Machinery.FRONT_DOOR : Machinery.MUTUAL_TLS, part instanceof Part.Certificate);
    note(Machinery.KERBEROS, part instanceof Part.Ticket);
    note(Machinery.PROOF_OF_POSSESSION, part instanceof Part.Authenticator);
    note(Machinery.CAVEAT_VERIFIERS, part instanceof Part.Macaroon);
    if (part instanceof Part.SignedHeader header) {
      note(Machinery.TRANSACTION_TOKENS, header.name().equals(TransactionTokenVerifier.HEADER));
      note(Machinery.SIGNED_HOPS, header.name().equals(WorkloadVerifier.PROOF_HEADER));
      note(Machinery.PROOF_OF_POSSESSION, header.name().equalsIgnoreCase("DPoP"));
    }
  }
}
