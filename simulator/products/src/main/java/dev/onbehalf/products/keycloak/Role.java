package dev.onbehalf.products.keycloak;

import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A role.
 *
 * @param client whose role it is; empty for one of the realm
 */
record Role(String client, String name) {
  /** The roles of which maps like {@code {realmRoles: [a], clientRoles: {c: [b]}}} speak. */
  static Set<Role> all(Node holder, String realmKey, String clientKey) throws BadSourceException {
    Set<Role> roles = new LinkedHashSet<>();
    for (String name : holder.texts(realmKey)) {
      roles.add(new Role("", name));
    }
    Optional<Node> clients = holder.find(clientKey);
    if (clients.isPresent()) {
      for (Map.Entry<String, Node> client : clients.get().asMap().fields().entrySet()) {
        for (String name : client.getValue().asTexts()) {
          roles.add(new Role(client.getKey(), name));
        }
      }
    }
    return roles;
  }
}
