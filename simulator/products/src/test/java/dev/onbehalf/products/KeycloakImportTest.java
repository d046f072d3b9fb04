package dev.onbehalf.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.scenario.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A scenario of a realm says what roles a token has, role by role. */
final class KeycloakImportTest {
  private static final int WORLDS = 500;

  private static Imported imported(String text) throws Exception {
    SourceFile file = SourceFile.of("realm.json", text.getBytes(StandardCharsets.UTF_8));
    return Importer.KEYCLOAK_REALM.read(List.of(file), 1);
  }

  @Test
  void clientOutOfScope_keepsItsUserFromHerRole() throws Exception {
    Imported imported =
        imported(
            """
            {"realm": "corp",
             "users": [{"username": "ann", "groups": ["/hr"]},
                       {"username": "service-account-job", "serviceAccountClientId": "job",
                        "clientRoles": {"api": ["read"]}}],
             "groups": [{"name": "hr", "clientRoles": {"api": ["modify"]}}],
             "roles": {"client": {"api": [
               {"name": "modify", "composites": {"client": {"api": ["read"]}}}, {"name": "read"}]}},
             "clients": [{"clientId": "api", "bearerOnly": true},
                         {"clientId": "bot", "fullScopeAllowed": false},
                         {"clientId": "job"}],
             "clientScopeMappings": {"api": [{"client": "bot", "roles": ["read"]}]},
             "identityProviders": [{"alias": "x"}]}
            """);
    assertTrue(
        imported
            .yaml()
            .contains(
                """
                - anyone MAY modify, read api directly
                - anyone MAY modify, read api via job
                - anyone MAY read api via bot
                - nobody MAY read api via job
                """),
        imported.yaml());
    assertEquals(
        List.of(
            "realm.json:12: /identityProviders: dropped: settings that a scenario has no words"
                + " for"),
        imported.losses().lines());
  }

  @Test
  void randomRealms_sayTheSame() throws Exception {
    Random random = new Random(4);
    Agreement agreement = new Agreement();
    for (int world = 0; world < WORLDS; world++) {
      Realm realm = new Realm(random);
      Optional<Imported> imported = Agreement.imported(() -> imported(realm.json()));
      if (imported.isPresent()) {
        agreement.check(imported.get(), realm.json(), realm::permits);
      }
    }
    assertTrue(agreement.requests() > 10_000 && agreement.delegated() > 1_000, agreement::toString);
  }

  /** A realm of two users, two nested groups, four roles and three clients. */
  private static final class Realm {
    private static final List<String> ROLES = List.of("a", "b", "c", "d");
    private final Map<String, List<String>> granted = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, List<String>> composites = new HashMap<>();
    private final Map<String, List<String>> scope = new HashMap<>();

    Realm(Random random) {
      List.of("ann", "bob", "job", "/g", "/g/h").forEach(one -> granted.put(one, some(random)));
      List.of("ann", "bob")
          .forEach(
              one ->
                  groups.put(
                      one,
                      random.nextBoolean()
                          ? List.of()
                          : List.of(random.nextBoolean() ? "/g" : "/g/h")));
      ROLES.forEach(
          role -> composites.put(role, random.nextInt(3) == 0 ? some(random) : List.of()));
      scope.put("bot", some(random));
      scope.put("job", random.nextBoolean() ? ROLES : some(random));
    }

    private static List<String> some(Random random) {
      return ROLES.stream().filter(role -> random.nextInt(3) == 0).toList();
    }

    boolean permits(Request request) {
      String account = request.isForNobody() ? "job" : request.user();
      if (request.isForNobody() && !request.via().equals(List.of("job"))) {
        return false;
      }
      List<String> all = new ArrayList<>(granted.getOrDefault(account, List.of()));
      for (String group : groups.getOrDefault(account, List.of())) {
        all.addAll(granted.getOrDefault("/g", List.of()));
        all.addAll(group.equals("/g/h") ? granted.getOrDefault("/g/h", List.of()) : List.of());
      }
      String role = request.action();
      return all.stream().anyMatch(one -> holds(one, role, 5))
          && request.via().stream()
              .allMatch(
                  agent ->
                      scope.getOrDefault(agent, List.of()).stream()
                          .anyMatch(one -> holds(one, role, 5)));
    }

    private boolean holds(String role, String other, int depth) {
      return role.equals(other)
          || (depth > 0
              && composites.getOrDefault(role, List.of()).stream()
                  .anyMatch(one -> holds(one, other, depth - 1)));
    }

    String json() {
      String users =
          List.of("ann", "bob").stream()
              .map(
                  one ->
                      "{\"username\":\"%s\",\"realmRoles\":%s,\"groups\":%s}"
                          .formatted(
                              one,
                              list(granted.getOrDefault(one, List.of())),
                              list(groups.getOrDefault(one, List.of()))))
              .collect(Collectors.joining(","));
      String roles =
          ROLES.stream()
              .map(
                  role ->
                      "{\"name\":\"%s\",\"composites\":{\"realm\":%s}}"
                          .formatted(role, list(composites.getOrDefault(role, List.of()))))
              .collect(Collectors.joining(","));
      return """
      {"realm":"r","users":[%s,{"username":"service-account-job",
      "serviceAccountClientId":"job","realmRoles":%s}],
      "groups":[{"name":"g","realmRoles":%s,"subGroups":[{"name":"h","realmRoles":%s}]}],
      "roles":{"realm":[%s]},
      "clients":[{"clientId":"bot","fullScopeAllowed":false},
      {"clientId":"job","fullScopeAllowed":%s}],
      "scopeMappings":[{"client":"bot","roles":%s},{"client":"job","roles":%s}]}\
      """
          .formatted(
              users,
              list(granted.getOrDefault("job", List.of())),
              list(granted.getOrDefault("/g", List.of())),
              list(granted.getOrDefault("/g/h", List.of())),
              roles,
              scope.getOrDefault("job", List.of()).equals(ROLES),
              list(scope.getOrDefault("bot", List.of())),
              scope.getOrDefault("job", List.of()).equals(ROLES)
                  ? "[]"
                  : list(scope.getOrDefault("job", List.of())));
    }

    private static String list(List<String> texts) {
      return texts.stream().map(t -> '"' + t + '"').collect(Collectors.joining(",", "[", "]"));
    }
  }
}
