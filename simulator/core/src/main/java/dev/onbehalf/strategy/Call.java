package dev.onbehalf.strategy;

import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.UserSession;
import java.util.List;
import java.util.function.Function;

/**
 * What the parties of one call bring: the user's login and the agents' clients. Nothing in it says
 * what the policies make of the call.
 *
 * @param path the names of the agents from the first to the one that presents the credential
 * @param resource the resource that is called
 * @param clients the agents that are enrolled as clients, by name
 */
public record Call(
    UserSession user, List<String> path, String resource, Function<String, AgentClient> clients) {
  public Call {
    path = List.copyOf(path);
  }

  /**
   * The agents of the path as clients of the token service.
   *
   * @throws IllegalArgumentException when one isn't enrolled
   */
  public List<AgentClient> agents() {
    return path.stream().map(clients).toList();
  }

  /**
   * The agent that presents the credential, as a client of the token service.
   *
   * @throws IllegalArgumentException when it isn't enrolled
   */
  public AgentClient presenter() {
    return clients.apply(path.get(path.size() - 1));
  }
}
