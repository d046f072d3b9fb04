package dev.onbehalf.products.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.export.Json;
import dev.onbehalf.products.keycloak.Realm;
import dev.onbehalf.products.probe.Client;
import dev.onbehalf.products.probe.Findings;
import dev.onbehalf.products.probe.NimbusTokenServer;
import dev.onbehalf.products.probe.Probe;
import dev.onbehalf.products.probe.Question;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.jose.CompactToken;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keycloak 26.7.3 that is asked answers like its profile. */
final class KeycloakProbeTest {
  private static final KeycloakServer SERVER = SharedKeycloak.SERVER;

  @Test
  void keycloak_isLikeItsProfile() throws Exception {
    CompactToken userToken = userToken();
    Findings findings =
        Probe.of(
            new NimbusTokenServer(),
            new Question(
                SERVER.issuer().toString(),
                client("planner"),
                client("executor"),
                "production",
                Optional.of("payroll"),
                Map.of(
                    "production",
                    Scope.of("production"),
                    "payroll",
                    Scope.of("payroll"),
                    "executor",
                    Realm.scopeToAgent("executor")),
                userToken),
            Clock.systemUTC());
    String text = String.join("\n", findings.lines()) + "\n" + Json.text(findings.members());
    assertTrue(findings.match().profiles().contains("keycloak-26.7"), text);
    for (String words :
        List.of(
            "the actor token is ignored",
            "the agent is named by `azp` alone",
            "a user's token isn't taken from others than it is for")) {
      assertTrue(text.contains(words), () -> words + " in\n" + text);
    }
    for (String hidden : List.of(userToken.value(), "alice", "eyJ", "secret of")) {
      assertFalse(text.contains(hidden), () -> hidden + " in\n" + text);
    }
  }

  private static Client client(String name) {
    return new Client(name, RealmFile.secretOf(name));
  }

  private static CompactToken userToken() {
    TokenService service =
        TokenService.before(
            SERVER.issuer().toString(),
            new KeycloakTokens(SERVER.issuer(), SharedKeycloak.POPULATION),
            Clock.systemUTC());
    service.registerResource("production");
    service.registerUser("alice");
    List.of("planner", "executor").forEach(service::registerClient);
    return service.logIn("alice").subjectToken("planner", "production");
  }
}
