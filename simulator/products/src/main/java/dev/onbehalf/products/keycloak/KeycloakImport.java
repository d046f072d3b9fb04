package dev.onbehalf.products.keycloak;

import dev.onbehalf.products.draft.Draft;
import dev.onbehalf.products.draft.Facts;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.products.source.TreeReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a scenario of a realm: a user has her roles in person, and through a client those of them
 * that are in the client's scope.
 */
public final class KeycloakImport {
  private static final Set<String> READ =
      Set.of("users", "clients", "roles", "groups", "scopeMappings", "clientScopeMappings");

  /** Those that every realm has for itself. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "account",
          "account-console",
          "admin-cli",
          "broker",
          "realm-management",
          "security-admin-console");

  private final Node realm;
  private final Draft draft;
  private final Facts facts = new Facts();
  private final Roles roles;
  private final Map<String, Set<Role>> scopes = new LinkedHashMap<>();
  private final Set<String> fullScopes = new LinkedHashSet<>();
  private final Set<String> users = new LinkedHashSet<>();

  private KeycloakImport(Node realm, Draft draft) throws BadSourceException {
    this.realm = realm;
    this.draft = draft;
    this.roles = new Roles(realm);
  }

  /** Reads a realm as it is exported, with its users. */
  public static Imported read(SourceFile file) throws BadSourceException {
    Node realm = TreeReader.json(file).asMap();
    String name = realm.require("realm").asText();
    Draft draft = new Draft(name, "Roles of users in the scope of clients, from Keycloak");
    KeycloakImport importing = new KeycloakImport(realm, draft);
    importing.clients();
    for (Node user : realm.list("users")) {
      importing.user(user);
    }
    importing.tellOthers();
    draft.users(importing.users.isEmpty() ? List.of("*other user*") : importing.users);
    draft.agents(importing.scopes.keySet());
    importing.facts.addTo(draft, file.name() + ": users, groups, roles and clients");
    return draft.finish(file.place());
  }

  private void clients() throws BadSourceException {
    for (Node client : realm.list("clients")) {
      String id = client.require("clientId").asText();
      if (BUILT_IN.contains(id)) {
        draft.losses().dropped(client.place(), "a client that every realm has for itself");
      } else if (isOff(client)) {
        draft.losses().dropped(client.place(), "is disabled");
      } else if (!client.isTrue("bearerOnly")) {
        client(id, client);
      }
      tellAuthorization(client);
    }
  }

  private static boolean isOff(Node node) {
    return node.find("enabled").isPresent() && !node.isTrue("enabled");
  }

  private void client(String id, Node client) throws BadSourceException {
    if (client.find("fullScopeAllowed").isEmpty() || client.isTrue("fullScopeAllowed")) {
      fullScopes.add(id);
    }
    Set<Role> scope = new LinkedHashSet<>(mapped("client", id));
    for (String shared : client.texts("defaultClientScopes")) {
      scope.addAll(mapped("clientScope", shared));
    }
    for (String optional : client.texts("optionalClientScopes")) {
      if (!mapped("clientScope", optional).isEmpty() && !fullScopes.contains(id)) {
        draft
            .losses()
            .dropped(
                client.require("optionalClientScopes").place(),
                "roles of a scope that has to be asked for");
      }
    }
    scopes.put(id, roles.expanded(scope));
  }

  /** The roles that are mapped to the scope of a client, or to a scope that clients share. */
  private Set<Role> mapped(String kind, String name) throws BadSourceException {
    Set<Role> mapped = new LinkedHashSet<>(mapped("", realm.list("scopeMappings"), kind, name));
    Optional<Node> ofClients = realm.find("clientScopeMappings");
    if (ofClients.isPresent()) {
      for (Map.Entry<String, Node> one : ofClients.get().asMap().fields().entrySet()) {
        mapped.addAll(mapped(one.getKey(), one.getValue().asList(), kind, name));
      }
    }
    return mapped;
  }

  private static Set<Role> mapped(String client, List<Node> mappings, String kind, String name)
      throws BadSourceException {
    Set<Role> mapped = new LinkedHashSet<>();
    for (Node mapping : mappings) {
      if (mapping.text(kind).equals(Optional.of(name))) {
        mapping.texts("roles").forEach(role -> mapped.add(new Role(client, role)));
      }
    }
    return mapped;
  }

  private void tellAuthorization(Node client) throws BadSourceException {
    Optional<Node> settings = client.find("authorizationSettings");
    if (settings.isPresent()) {
      for (Node policy : settings.get().list("policies")) {
        draft.losses().dropped(policy.place(), "a policy of the authorization services");
      }
    }
  }

  private void user(Node user) throws BadSourceException {
    if (isOff(user)) {
      draft.losses().dropped(user.place(), "is disabled");
      return;
    }
    Set<Role> granted = new LinkedHashSet<>(Role.all(user, "realmRoles", "clientRoles"));
    for (String group : user.texts("groups")) {
      granted.addAll(roles.ofGroup(group));
    }
    Set<Role> effective = roles.expanded(withoutDefaults(granted, user));
    Optional<String> client = user.text("serviceAccountClientId");
    String name = user.require("username").asText();
    if (client.isEmpty()) {
      users.add(name);
    }
    effective.forEach(role -> permit(client, name, role));
  }

  /** What every user of a realm may do with her own account says nothing of this one. */
  private Set<Role> withoutDefaults(Set<Role> granted, Node user) throws BadSourceException {
    Set<Role> others = new LinkedHashSet<>(granted);
    String defaults = "default-roles-" + realm.require("realm").asText();
    if (others.removeIf(
        role -> role.client().isEmpty() && role.name().equalsIgnoreCase(defaults))) {
      draft.losses().dropped(user.place(), "the roles that every user has by default");
    }
    return others;
  }

  private void permit(Optional<String> serviceAccountOf, String user, Role role) {
    String resource = role.client().isEmpty() ? draft.name() : role.client();
    if (serviceAccountOf.isEmpty()) {
      facts.add(user, List.of(), resource, role.name());
    }
    for (String client : scopes.keySet()) {
      boolean inScope = fullScopes.contains(client) || scopes.get(client).contains(role);
      if (inScope && serviceAccountOf.isEmpty()) {
        facts.add(user, List.of(client), resource, role.name());
      } else if (inScope && serviceAccountOf.get().equals(client)) {
        facts.addOfNobody(List.of(client), resource, role.name());
      }
    }
  }

  private void tellOthers() {
    realm
        .fields()
        .forEach(
            (key, value) -> {
              boolean hasSome = !value.items().isEmpty() || !value.fields().isEmpty();
              if (hasSome && !READ.contains(key)) {
                draft.losses().dropped(value.place(), "settings that a scenario has no words for");
              }
            });
  }
}
