package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.ServicePrincipal;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.workload.AgentCredentials;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the parties of one call bring: the user's login and the agents' clients. Nothing in it says
 * what the policies make of the call.
 *
 * @param path the names of the agents from the first to the one that presents the credential; empty
 *     when the user calls in person
 * @param resource the resource that is called
 * @param action what the call does there
 * @param context in which the call is made, as whoever starts it vouches for it
 * @param clients the agents that are enrolled as clients, by name
 * @param workloads the agents that are enrolled with a certificate or key of their own, by name
 * @param principals the agents that have a keytab of a KDC, by name
 */
public record Call(
    UserSession user,
    List<String> path,
    String resource,
    String action,
    SortedMap<String, String> context,
    Function<String, AgentClient> clients,
    Function<String, AgentCredentials> workloads,
    Function<String, ServicePrincipal> principals) {
  /** The header in which a gateway or broker is shown the user's token. */
  public static final String USER_TOKEN = "user-token";

  public Call {
    path = List.copyOf(path);
    context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
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
   * The credentials by an exchange that each agent of the path makes in its turn, the last for the
   * resource; it names itself as actor (RFC 8693 section 2.1).
   *
   * @param subjectToken made out to the first agent
   */
  public Refusable<Credentials> exchanged(CompactToken subjectToken, String scope) {
    return exchange(scope)
        .along(path, subjectToken)
        .flatMap(handed -> exchanged(handed, presenter(), scope));
  }

  private HandOver exchange(String scope) {
    return (agent, token, next) -> {
      AgentClient client = clients.apply(agent);
      return client
          .actorToken()
          .flatMap(actorToken -> client.exchange(token, actorToken, next, scope));
    };
  }

  private Refusable<Credentials> exchanged(CompactToken handed, AgentClient agent, String scope) {
    return agent
        .actorToken()
        .flatMap(
            actorToken ->
                agent
                    .exchange(handed, actorToken, resource, scope)
                    .map(token -> Credentials.bearer(token).holding(handed, actorToken)));
  }

  /**
   * The credentials for a call through a gateway or broker: the user's token and the agent's own,
   * each made out to it.
   *
   * @param party the name of the gateway or broker
   */
  public Refusable<Credentials> through(Point door, String party) {
    CompactToken userToken = user.subjectToken(party, resource);
    return presenter()
        .identityToken(party)
        .map(
            agentToken ->
                Credentials.of(
                        new Part.BearerToken(agentToken),
                        new Part.SignedHeader(USER_TOKEN, userToken))
                    .at(door));
  }

  /** The name of the agent that presents the credential. */
  public String presenterName() {
    return path.get(path.size() - 1);
  }

  /**
   * The agent that presents the credential, as a client of the token service.
   *
   * @throws IllegalArgumentException when it isn't enrolled
   */
  public AgentClient presenter() {
    return clients.apply(presenterName());
  }

  /**
   * The agent that presents the credential, with the certificate or key that it has of its own.
   *
   * @throws IllegalArgumentException when it isn't enrolled with one
   */
  public AgentCredentials workload() {
    return workloads.apply(presenterName());
  }
}
