package dev.onbehalf.token.registry;

import java.util.List;

/** Where accounts, clients, grants and keys are created; each must be looked after from then on. */
public interface Registrar {
  /** Creates what the registration describes. */
  void register(Registration registration);

  /** Creates a user's account. */
  default void registerUser(String user) {
    register(new Registration(Registration.Kind.USER, List.of(user)));
  }

  /** Registers an agent as a confidential client (RFC 6749 section 2). */
  default void registerClient(String client) {
    register(new Registration(Registration.Kind.CLIENT, List.of(client)));
  }

  /** Registers an agent as such a client, trusted to impersonate users (RFC 8693 section 1.1). */
  default void registerImpersonator(String client) {
    register(new Registration(Registration.Kind.IMPERSONATOR, List.of(client)));
  }

  /** Records that the user lets the agent act for the user (RFC 6749 section 4.1.1). */
  default void registerConsent(String user, String agent) {
    register(new Registration(Registration.Kind.CONSENT, List.of(user, agent)));
  }

  /** Records that an administrator lets the agent act for every user who asks it to. */
  default void registerAdministratorConsent(String agent) {
    register(new Registration(Registration.Kind.ADMINISTRATOR_CONSENT, List.of(agent)));
  }

  /** Registers an agent, a client already, with the resource's own authorization server as well. */
  default void registerResourceClient(String client, String resource) {
    register(new Registration(Registration.Kind.RESOURCE_CLIENT, List.of(client, resource)));
  }

  /** Has a client certificate issued for an agent (RFC 5280 section 4.2.1.6). */
  default void registerCertificate(String agent) {
    register(new Registration(Registration.Kind.CERTIFICATE, List.of(agent)));
  }

  /** Makes an agent's own public key known to the token service (RFC 7591 section 2, jwks). */
  default void registerWorkloadKey(String agent) {
    register(new Registration(Registration.Kind.WORKLOAD_KEY, List.of(agent)));
  }

  /** Registers the name of an agent that gets no credentials. */
  default void registerAgentName(String agent) {
    register(new Registration(Registration.Kind.AGENT_NAME, List.of(agent)));
  }

  /** Leaves a login of the user for the resource with the broker. */
  default void registerVaultEntry(String user, String resource) {
    register(new Registration(Registration.Kind.VAULT_ENTRY, List.of(user, resource)));
  }

  /** Makes an agent a principal of the KDC, with a keytab (RFC 4120 section 1.6). */
  default void registerServicePrincipal(String agent) {
    register(new Registration(Registration.Kind.SERVICE_PRINCIPAL, List.of(agent)));
  }

  /** Lets an agent delegate to a service: to a resource, or another agent ([MS-SFU] 3.2.1.1). */
  default void registerDelegationTarget(String agent, String service) {
    register(new Registration(Registration.Kind.DELEGATION_TARGET, List.of(agent, service)));
  }

  /** Has a resource make a key of its own for the macaroons of a user. */
  default void registerRootKey(String user, String resource) {
    register(new Registration(Registration.Kind.ROOT_KEY, List.of(user, resource)));
  }
}
