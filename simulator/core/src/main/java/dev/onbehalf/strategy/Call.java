package dev.onbehalf.strategy;

import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.UserSession;
import java.util.List;

/**
 * What the parties of one call bring: the user's login and the agents' clients. Nothing in it says
 * what the policies make of the call.
 *
 * @param agents from the first to the one that presents the credential; one at least
 * @param resource the resource that is called
 */
public record Call(UserSession user, List<AgentClient> agents, String resource) {
  public Call {
    agents = List.copyOf(agents);
  }

  /** The agent that presents the credential. */
  public AgentClient presenter() {
    return agents.get(agents.size() - 1);
  }
}
