package dev.onbehalf.products.aws;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys that tell through whom a call came. */
enum PathKey {
  VIA_SERVICE("kms:ViaService"),
  CALLED_VIA("aws:CalledVia"),
  CALLED_VIA_FIRST("aws:CalledViaFirst"),
  CALLED_VIA_LAST("aws:CalledViaLast"),
  VIA_AWS_SERVICE("aws:ViaAWSService"),
  CALLED_VIA_MCP("aws:CalledViaAWSMCP"),
  VIA_MCP("aws:ViaAWSMCPService"),
  PASSED_TO("iam:PassedToService");

  private final String key;

  PathKey(String key) {
    this.key = key.toLowerCase(Locale.ROOT);
  }

  static Optional<PathKey> of(String foldedKey) {
    return Stream.of(values()).filter(one -> one.key.equals(foldedKey)).findFirst();
  }

  boolean isOfMcp() {
    return this == CALLED_VIA_MCP || this == VIA_MCP;
  }

  boolean isBoolean() {
    return this == VIA_AWS_SERVICE || this == VIA_MCP;
  }

  /**
   * Its values on a path; none if it is missing there.
   *
   * @param agent through which the call came, if through any
   * @param passing whether the call passes a role to the agent instead
   */
  List<String> on(Optional<Agent> agent, boolean passing) {
    boolean isMcp = agent.map(Agent::isMcp).orElse(false);
    boolean through = agent.isPresent() && !passing;
    return switch (this) {
      case VIA_SERVICE, CALLED_VIA, CALLED_VIA_FIRST, CALLED_VIA_LAST ->
          through && !isMcp ? List.of(agent.get().name()) : List.of();
      case VIA_AWS_SERVICE -> List.of(String.valueOf(through && !isMcp));
      case CALLED_VIA_MCP -> through && isMcp ? List.of(agent.get().name()) : List.of();
      case VIA_MCP -> through && isMcp ? List.of("true") : List.of();
      case PASSED_TO -> agent.isPresent() && passing ? List.of(agent.get().name()) : List.of();
    };
  }

  /** A service that calls on behalf of somebody. */
  record Agent(String name, boolean isMcp) {}
}
