package dev.onbehalf.products.keycloak;

import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.TokenDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A realm of Keycloak with users, agents and resources. Whoever wants a token for an audience asks
 * for the scope of its name; agents may exchange tokens that are made out to them.
 */
public record Realm(
    String name,
    String displayName,
    List<String> users,
    List<String> agents,
    List<String> resources) {
  private static final String PROTOCOL = "openid-connect";

  public Realm {
    users = List.copyOf(users);
    agents = List.copyOf(agents);
    resources = List.copyOf(resources);
  }

  /** The scope that makes the agent the audience. */
  public static String scopeToAgent(String agent) {
    return "to-" + agent;
  }

  /** The realm as Keycloak imports it, without secrets, which it then makes itself. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("realm", name);
    tree.put("displayName", displayName);
    tree.put("enabled", true);
    tree.put("accessTokenLifespan", 300);
    tree.put("users", Stream.concat(people(), serviceAccounts()).toList());
    tree.put("clientScopes", Stream.concat(Stream.of(basic()), scopes()).toList());
    tree.put("clients", clients().toList());
    return tree;
  }

  /** With an id of one's own the `sub` of tokens is the name, and no random number. */
  private Stream<Map<String, Object>> people() {
    return users.stream().map(user -> members("id", user, "username", user, "enabled", true));
  }

  private Stream<Map<String, Object>> serviceAccounts() {
    return agents.stream()
        .map(
            agent ->
                members(
                    "id",
                    agent,
                    "username",
                    "service-account-" + agent,
                    "enabled",
                    true,
                    "serviceAccountClientId",
                    agent));
  }

  /** A realm that names scopes has none of the usual ones, and no subject then. */
  private static Map<String, Object> basic() {
    return scope("basic", mapper("oidc-sub-mapper", members("access.token.claim", "true")));
  }

  private Stream<Map<String, Object>> scopes() {
    return Stream.concat(
        resources.stream().map(resource -> scope(Scope.of(resource), audience(resource))),
        agents.stream().map(agent -> scope(scopeToAgent(agent), audience(agent))));
  }

  private static Map<String, Object> scope(String name, Map<String, Object> mapper) {
    return members(
        "name",
        name,
        "protocol",
        PROTOCOL,
        "attributes",
        members("include.in.token.scope", "true"),
        "protocolMappers",
        List.of(mapper));
  }

  private static Map<String, Object> audience(String name) {
    return mapper(
        "oidc-audience-mapper",
        members("included.custom.audience", name, "access.token.claim", "true"));
  }

  private static Map<String, Object> mapper(String type, Map<String, Object> config) {
    return members("name", type, "protocol", PROTOCOL, "protocolMapper", type, "config", config);
  }

  private Stream<Map<String, Object>> clients() {
    List<Map<String, Object>> clients = new ArrayList<>();
    clients.add(client(TokenDraft.LOGIN_CLIENT, true, false));
    agents.forEach(agent -> clients.add(client(agent, true, true)));
    resources.forEach(resource -> clients.add(client(resource, false, false)));
    return clients.stream();
  }

  private Map<String, Object> client(String id, boolean logsUsersIn, boolean actsByItself) {
    return members(
        "clientId",
        id,
        "publicClient",
        false,
        "standardFlowEnabled",
        logsUsersIn,
        "serviceAccountsEnabled",
        actsByItself,
        "defaultClientScopes",
        List.of("basic"),
        "optionalClientScopes",
        scopes().map(scope -> scope.get("name")).toList(),
        "attributes",
        members(
            "access.token.signed.response.alg",
            "ES256",
            "access.token.header.type.rfc9068",
            "true",
            "standard.token.exchange.enabled",
            String.valueOf(actsByItself)));
  }

  /** A map in the order of its keys and values. */
  private static Map<String, Object> members(Object... keysAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      members.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return members;
  }
}
