package dev.onbehalf.products.server;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.TokenDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A realm of Keycloak with the users, agents and resources of a population. An audience is asked
 * for by a scope of its own there.
 */
record RealmFile(Population population) {
  static final String NAME = "onbehalf";

  private static final String PROTOCOL = "openid-connect";

  /** The password or secret of the user or client. */
  static String secretOf(String name) {
    return "secret of " + name;
  }

  /** The scope that makes the agent the audience. */
  static String scopeToAgent(String agent) {
    return "to-" + agent;
  }

  String json() {
    return JSONObjectUtils.toJSONString(
        Map.of(
            "realm",
            NAME,
            "enabled",
            true,
            "accessTokenLifespan",
            300,
            "users",
            Stream.concat(users(), serviceAccounts()).toList(),
            "clientScopes",
            Stream.concat(Stream.of(basic()), scopes()).toList(),
            "clients",
            clients().toList()));
  }

  private Stream<Map<String, Object>> users() {
    return population.users().stream()
        .map(
            user ->
                Map.of(
                    "id",
                    user,
                    "username",
                    user,
                    "enabled",
                    true,
                    "email",
                    user + "@example.org",
                    "emailVerified",
                    true,
                    "firstName",
                    user,
                    "lastName",
                    user,
                    "credentials",
                    List.of(Map.of("type", "password", "value", secretOf(user)))));
  }

  /** By the names of their clients, which would be random ones otherwise. */
  private Stream<Map<String, Object>> serviceAccounts() {
    return population.agents().stream()
        .map(
            agent ->
                Map.of(
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
    return scope("basic", mapper("oidc-sub-mapper", Map.of("access.token.claim", "true")));
  }

  private Stream<Map<String, Object>> scopes() {
    return Stream.concat(
        population.resources().stream().map(name -> scope(Scope.of(name), audience(name))),
        population.agents().stream().map(name -> scope(scopeToAgent(name), audience(name))));
  }

  private static Map<String, Object> scope(String name, Map<String, Object> mapper) {
    return Map.of(
        "name",
        name,
        "protocol",
        PROTOCOL,
        "attributes",
        Map.of("include.in.token.scope", "true"),
        "protocolMappers",
        List.of(mapper));
  }

  private static Map<String, Object> audience(String name) {
    return mapper(
        "oidc-audience-mapper",
        Map.of("included.custom.audience", name, "access.token.claim", "true"));
  }

  private static Map<String, Object> mapper(String type, Map<String, String> config) {
    return Map.of("name", type, "protocol", PROTOCOL, "protocolMapper", type, "config", config);
  }

  private Stream<Map<String, Object>> clients() {
    return Stream.of(
            Stream.of(client(TokenDraft.LOGIN_CLIENT, Map.of("directAccessGrantsEnabled", true))),
            population.agents().stream().map(this::agent),
            population.resources().stream().map(name -> client(name, Map.of())))
        .flatMap(one -> one);
  }

  private Map<String, Object> agent(String name) {
    return client(
        name,
        Map.of(
            "serviceAccountsEnabled", true,
            "standardFlowEnabled", true,
            "redirectUris", List.of("https://client.example/*")));
  }

  private Map<String, Object> client(String id, Map<String, Object> more) {
    Map<String, Object> client = new HashMap<>();
    client.put("clientId", id);
    client.put("secret", secretOf(id));
    client.put("publicClient", false);
    client.put("standardFlowEnabled", false);
    client.put("defaultClientScopes", List.of("basic"));
    client.put("optionalClientScopes", scopes().map(scope -> scope.get("name")).toList());
    client.put(
        "attributes",
        Map.of(
            "access.token.signed.response.alg", "ES256",
            "access.token.header.type.rfc9068", "true",
            "standard.token.exchange.enabled", "true"));
    client.putAll(more);
    return client;
  }
}
