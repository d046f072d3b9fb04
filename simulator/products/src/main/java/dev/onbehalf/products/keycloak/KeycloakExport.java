package dev.onbehalf.products.keycloak;

import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.Json;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import java.util.List;

/**
 * Writes a realm of Keycloak 26.7 that issues what a strategy presents. Policies stay with the
 * resources: no realm says what a user may do through an agent.
 */
public final class KeycloakExport {
  /** Those whose evidence its tokens give as ours do; its token exchange is client-id's. */
  private static final List<String> CARRIED =
      List.of("client-id", "credential-inheritance", "exchange-impersonation", "service-account");

  private KeycloakExport() {}

  /** What can't be written, each in a sentence. */
  public static List<String> problems(Mapping point) {
    return point.uncarriedBy("Keycloak 26.7", CARRIED);
  }

  /** The realm, and which claim of its tokens says what. */
  public static List<ExportFile> files(Mapping point) {
    Scenario scenario = point.scenario();
    Realm realm =
        new Realm(
            scenario.name(),
            scenario.name() + " by " + point.policies().strategy(),
            scenario.users(),
            scenario.agents(),
            scenario.resources().stream().map(Resource::name).toList());
    return List.of(
        new ExportFile(scenario.name() + "-realm.json", Json.text(realm.tree())),
        point.file(KeycloakExport::claim));
  }

  private static String claim(Field field) {
    return switch (field.kind()) {
      case USER -> "`sub`, where the token isn't an agent's own";
      case PATH -> "`azp`: the client that was issued the token last";
      case CONTEXT -> "no claim: the resource must know it";
      case TARGET -> field.equals(Field.RESOURCE) ? "`aud`" : "what is called";
    };
  }

  /** How to have Keycloak read the realm. */
  public static String check(Mapping point) {
    return "cp %s-realm.json KEYCLOAK/data/import/ && KEYCLOAK/bin/kc.sh start-dev --import-realm"
        .formatted(point.scenario().name());
  }
}
