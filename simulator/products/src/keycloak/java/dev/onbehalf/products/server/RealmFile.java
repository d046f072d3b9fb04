package dev.onbehalf.products.server;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.onbehalf.products.keycloak.Realm;
import dev.onbehalf.strategy.Population;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The realm that is exported for a population, with the secrets and passwords of tests. */
record RealmFile(Population population) {
  static final String NAME = "onbehalf";

  /** The password or secret of the user or client. */
  static String secretOf(String name) {
    return "secret of " + name;
  }

  String json() {
    Map<String, Object> tree =
        new HashMap<>(
            new Realm(NAME, NAME, population.users(), population.agents(), population.resources())
                .tree());
    tree.put("users", each(tree, "users").map(RealmFile::user).toList());
    tree.put("clients", each(tree, "clients").map(RealmFile::client).toList());
    return JSONObjectUtils.toJSONString(tree);
  }

  private static Stream<Map<?, ?>> each(Map<String, Object> tree, String key) {
    return ((List<?>) tree.getOrDefault(key, List.of())).stream().map(one -> (Map<?, ?>) one);
  }

  private static Map<Object, Object> user(Map<?, ?> user) {
    Map<Object, Object> more = new HashMap<>(user);
    if (!user.containsKey("serviceAccountClientId")) {
      String name = String.valueOf(user.get("username"));
      more.put("email", name + "@example.org");
      more.put("emailVerified", true);
      more.put("firstName", name);
      more.put("lastName", name);
      more.put("credentials", List.of(Map.of("type", "password", "value", secretOf(name))));
    }
    return more;
  }

  private static Map<Object, Object> client(Map<?, ?> client) {
    Map<Object, Object> more = new HashMap<>(client);
    more.put("secret", secretOf(String.valueOf(client.get("clientId"))));
    more.put("directAccessGrantsEnabled", true);
    more.put("redirectUris", List.of("https://client.example/*"));
    return more;
  }
}
