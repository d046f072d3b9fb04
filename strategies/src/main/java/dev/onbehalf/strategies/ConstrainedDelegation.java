package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.ServicePrincipal;
import dev.onbehalf.token.kerberos.SealedTicket;
import dev.onbehalf.token.kerberos.ServiceTicket;
import dev.onbehalf.token.kerberos.VerifiedTicket;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/**
 * Each agent asks the KDC for a ticket in the user's name, with the ticket that it was handed as
 * evidence (S4U2proxy, [MS-SFU] section 3.2.5.2). The KDC refuses services that aren't on the
 * agent's list, and writes into the ticket's PAC, in order, which agents delegated ([MS-PAC]
 * section 2.9). The ticket itself names the user alone: whoever doesn't read the PAC gets what
 * {@code exchange-impersonation} shows.
 *
 * <p>The lists name agents and services, and neither users nor actions, so no policy is left to
 * them: each agent may delegate to every resource and to every other agent. As no agent is trusted
 * to authenticate for delegation (S4U2self), all starts from a ticket that the user asked for. The
 * ticket could be kept, but the authenticator that proves its key can't (RFC 4120 section 3.2.3);
 * so both are counted for every call.
 */
public final class ConstrainedDelegation implements CredentialStrategy {
  @Override
  public About about() {
    return About.of(
            ConstrainedDelegation.class,
            "the KDC issues a ticket of the user that tells which agents delegated")
        .specifiedBy("[MS-SFU] section 3.2.5.2, [MS-PAC] section 2.9, RFC 4120, RFC 4121")
        .knownAs(
            "Kerberos constrained delegation, S4U2proxy",
            "https://learn.microsoft.com/openspecs/windows_protocols/ms-sfu/")
        .usedBy(
            "give each agent a principal and a keytab, and put the services that it may call for"
                + " users on its list (krbAllowedToDelegateTo, msDS-AllowedToDelegateTo)",
            "let the user's client get a ticket for the agent, and the agent one for the resource"
                + " with it; don't set the flag to authenticate for delegation, with which an agent"
                + " needs no ticket of the user's",
            "at the resource read S4U_DELEGATION_INFO in the ticket's PAC, and decide by the client"
                + " and the whole chain; the source name alone is the user, whoever calls")
        .needing(
            Machinery.AGENT_CLIENTS,
            Machinery.AGENT_AWARE_RESOURCES,
            Machinery.PROOF_OF_POSSESSION,
            Machinery.KERBEROS)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT, Attributes.PRIOR_AGENTS));
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsers(registrar);
    population.agents().forEach(registrar::registerServicePrincipal);
    population.forEachAgentAndResource(registrar::registerDelegationTarget);
    for (String agent : population.agents()) {
      population.agents().stream()
          .filter(next -> !next.equals(agent))
          .forEach(next -> registrar.registerDelegationTarget(agent, next));
    }
  }

  @Override
  public Credentials obtainDirectly(Call call) {
    return presented(call.user().ticket(call.resource()));
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    List<String> steps = Attributes.steps(call.path());
    Refusable<SealedTicket> handed = Refusable.of(call.user().ticket(steps.get(0)).sealed());
    for (int i = 1; i < steps.size(); i++) {
      ServicePrincipal agent = call.principals().apply(steps.get(i - 1));
      String next = steps.get(i);
      handed =
          handed.flatMap(ticket -> agent.delegatedTicket(ticket, next).map(ServiceTicket::sealed));
    }
    ServicePrincipal presenter = call.principals().apply(call.presenterName());
    return handed.flatMap(
        evidence ->
            presenter
                .delegatedTicket(evidence, call.resource())
                .map(ticket -> presented(ticket).holding(new Part.Ticket(evidence))));
  }

  private static Credentials presented(ServiceTicket ticket) {
    return Credentials.of(
        new Part.Ticket(ticket.sealed()), new Part.Authenticator(ticket.authenticator()));
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation
        .credential(VerifiedTicket.class)
        .map(ConstrainedDelegation::read)
        .orElse(Evidence.none());
  }

  private static Evidence read(VerifiedTicket ticket) {
    List<String> agents = ticket.agents();
    return Evidence.none()
        .verified(Attributes.USER, ticket.client())
        .verified(
            Attributes.AGENT,
            agents.isEmpty() ? Attributes.DIRECTLY : agents.get(agents.size() - 1))
        .verified(Attributes.PRIOR_AGENTS, Attributes.priorAgents(agents));
  }
}
