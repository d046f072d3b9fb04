package dev.onbehalf.products.keycloak;

import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles of a realm, those that hold others, and those of its groups. */
final class Roles {
  private final Map<Role, Set<Role>> held = new LinkedHashMap<>();
  private final Map<String, Set<Role>> ofGroups = new LinkedHashMap<>();

  Roles(Node realm) throws BadSourceException {
    Optional<Node> roles = realm.find("roles");
    if (roles.isPresent()) {
      add("", roles.get().list("realm"));
      Optional<Node> clients = roles.get().find("client");
      if (clients.isPresent()) {
        for (Map.Entry<String, Node> one : clients.get().asMap().fields().entrySet()) {
          add(one.getKey(), one.getValue().asList());
        }
      }
    }
    for (Node group : realm.list("groups")) {
      group(group, "", Set.of());
    }
  }

  private void add(String client, Iterable<Node> roles) throws BadSourceException {
    for (Node role : roles) {
      Optional<Node> composites = role.find("composites");
      held.put(
          new Role(client, role.require("name").asText()),
          composites.isPresent() ? Role.all(composites.get(), "realm", "client") : Set.of());
    }
  }

  /** A group has the roles of those above it. */
  private void group(Node group, String above, Set<Role> inherited) throws BadSourceException {
    String path = above + "/" + group.require("name").asText();
    Set<Role> roles = new LinkedHashSet<>(inherited);
    roles.addAll(Role.all(group, "realmRoles", "clientRoles"));
    ofGroups.put(path, roles);
    for (Node inner : group.list("subGroups")) {
      group(inner, path, roles);
    }
  }

  /** Those of the group with the path; none if there is no such group. */
  Set<Role> ofGroup(String path) {
    return ofGroups.getOrDefault(path, Set.of());
  }

  /** The roles and all that they hold. */
  Set<Role> expanded(Collection<Role> roles) {
    Set<Role> all = new LinkedHashSet<>();
    Deque<Role> next = new ArrayDeque<>(roles);
    while (!next.isEmpty()) {
      Role role = next.remove();
      if (all.add(role)) {
        next.addAll(held.getOrDefault(role, Set.of()));
      }
    }
    return all;
  }
}
