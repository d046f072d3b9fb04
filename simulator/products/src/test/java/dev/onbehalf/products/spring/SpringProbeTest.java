package dev.onbehalf.products.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.export.Json;
import dev.onbehalf.products.probe.Client;
import dev.onbehalf.products.probe.Findings;
import dev.onbehalf.products.probe.NimbusTokenServer;
import dev.onbehalf.products.probe.Probe;
import dev.onbehalf.products.probe.Question;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.jose.CompactToken;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A Spring Authorization Server that is asked shows the holes that its profile has. */
final class SpringProbeTest {
  private static final String SECRET = "secret-that-nobody-sees";
  private static final String RESOURCE = "employee-records";

  private static CompactToken userToken(SpringServer server) throws Exception {
    server.parties().allow(Scope.of(RESOURCE));
    TokenService service =
        TokenService.before(server.issuer().toString(), new HttpTokens(server), Clock.systemUTC());
    service.registerResource(RESOURCE);
    service.registerUser("dana");
    List.of("hr-agent", "planner").forEach(service::registerClient);
    List.of("hr-agent", "planner")
        .forEach(
            agent ->
                server.parties().registerAgent(agent, SECRET, URI.create("https://agent.example")));
    return service.logIn("dana").subjectToken("hr-agent", RESOURCE);
  }

  private static Findings probe(SpringServer server, CompactToken userToken) throws Exception {
    return Probe.of(
        new NimbusTokenServer(),
        new Question(
            server.issuer().toString(),
            new Client("hr-agent", SECRET),
            new Client("planner", SECRET),
            RESOURCE,
            Optional.of("payroll"),
            Map.of(),
            userToken),
        Clock.systemUTC());
  }

  private static String text(Findings findings) {
    return String.join("\n", findings.lines()) + "\n" + Json.text(findings.members());
  }

  @Test
  void asShipped_isLikeItsProfile() throws Exception {
    Findings findings = probe(SharedServers.SHIPPED, userToken(SharedServers.SHIPPED));
    assertEquals(List.of("spring-7"), findings.match().profiles(), () -> text(findings));
    String text = text(findings);
    for (String hole :
        List.of(
            "`act` is dropped: nobody acts any longer",
            "others' tokens are taken",
            "others' actor tokens are taken: `act` names who didn't ask",
            "the whole chain is named, by `act` in `act`")) {
      assertTrue(text.contains(hole), () -> hole + " in\n" + text);
    }
  }

  @Test
  void withTheThreeChecks_isLikeItsProfile() throws Exception {
    Findings findings = probe(SharedServers.CHECKED, userToken(SharedServers.CHECKED));
    assertTrue(findings.match().profiles().contains("spring-7-checked"), () -> text(findings));
    assertFalse(findings.match().profiles().contains("spring-7"));
    assertTrue(text(findings).contains("the chain can't be dropped"));
    assertTrue(text(findings).contains("refused: invalid_request"));
  }

  @Test
  void neitherSecretsNorTokensNorUsers_areShown() throws Exception {
    for (SpringServer server : SharedServers.ALL) {
      CompactToken token = userToken(server);
      String text = text(probe(server, token));
      for (String hidden : List.of(SECRET, token.value(), "dana", "eyJ")) {
        assertFalse(text.contains(hidden), () -> hidden + " in\n" + text);
      }
    }
  }
}
