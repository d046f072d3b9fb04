package dev.onbehalf.token.registry;

import java.util.List;

/**
 * One thing that someone has to create and look after.
 *
 * @param names whom or what it concerns; together with the kind they tell it from all others
 */
public record Registration(Kind kind, List<String> names) {
  public Registration {
    names = List.copyOf(names);
  }

  /** What is created. */
  public enum Kind {
    USER("user account"),
    CLIENT("client"),
    /** A client that may get tokens as if the user had logged in (RFC 8693 section 1.1). */
    IMPERSONATOR("impersonating client"),
    /** A client of the authorization server that one resource has of its own. */
    RESOURCE_CLIENT("client of a resource's server"),
    /** The name of an agent that has no credentials, so that a made-up name is known for one. */
    AGENT_NAME("agent name"),
    /** A user's lasting permission that an agent acts for the user. */
    CONSENT("consent"),
    /** An administrator's lasting permission that an agent acts for every user. */
    ADMINISTRATOR_CONSENT("administrator's consent"),
    /** A user's login for one resource, left with the broker. */
    VAULT_ENTRY("vault entry"),
    CERTIFICATE("client certificate"),
    WORKLOAD_KEY("workload key"),
    /** An agent's name and key at the KDC (RFC 4120 section 1.6). */
    SERVICE_PRINCIPAL("service principal"),
    /** A service that an agent may delegate to ([MS-SFU] section 3.2.1.1). */
    DELEGATION_TARGET("delegation target"),
    /** A resource's own key for the macaroons of one of its users. */
    ROOT_KEY("root key");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for it in results. */
    public String word() {
      return word;
    }
  }
}
