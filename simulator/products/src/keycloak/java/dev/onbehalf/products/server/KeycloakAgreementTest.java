package dev.onbehalf.products.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.profile.ProfileAgreement;
import dev.onbehalf.products.profile.Profiles;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resources learn and decide from the tokens of Keycloak 26.7.3 what its profile says. */
final class KeycloakAgreementTest {
  private static final String USER = "alice";
  private static final String FIRST = "planner";
  private static final String SECOND = "executor";
  private static final String RESOURCE = "production";

  private static Population population = new Population(List.of(), List.of(), List.of());
  private static KeycloakServer server;

  /** One realm for the users, agents and resources of all scenarios. */
  @BeforeAll
  static void start() throws Exception {
    List<String> users = new ArrayList<>();
    List<String> agents = new ArrayList<>();
    List<String> resources = new ArrayList<>();
    for (Path file : ProfileAgreement.scenarios()) {
      Population one = Callers.population(ProfileAgreement.read(file));
      users.addAll(one.users());
      agents.addAll(one.agents());
      resources.addAll(one.resources());
    }
    population = new Population(distinct(users), distinct(agents), distinct(resources));
    server = new KeycloakServer(new RealmFile(population));
  }

  private static List<String> distinct(List<String> names) {
    return names.stream().distinct().toList();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  static Stream<Path> scenarios() throws Exception {
    return ProfileAgreement.scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenario_isAnsweredAsTheProfileSays(Path file) throws Exception {
    Scenario scenario = ProfileAgreement.read(file);
    new ProfileAgreement(Profiles.named("keycloak-26.7").orElseThrow(), scenario)
        .check(KeycloakAgreementTest::tokenService);
  }

  @Test
  void actorToken_isIgnored_beItTheClientsOwnOrAnothers() throws Exception {
    TokenService service = registered();
    for (String actor : List.of(FIRST, SECOND)) {
      CompactToken actorToken = service.client(actor).actorToken().orElseThrow();
      VerifiedToken token = exchanged(service, actorToken);
      assertEquals(
          List.of(USER, FIRST, true),
          List.of(token.subject(), token.clientId(), token.actor().isEmpty()));
    }
  }

  @Test
  void secondHop_namesTheLastAgentAlone() throws Exception {
    TokenService service = registered();
    AgentClient first = service.client(FIRST);
    CompactToken handed =
        first.impersonate(subjectToken(service), SECOND, Scope.of(RESOURCE)).orElseThrow();
    VerifiedToken token =
        verified(
            service,
            service.client(SECOND).impersonate(handed, RESOURCE, Scope.of(RESOURCE)).orElseThrow());
    assertEquals(
        List.of(USER, SECOND, true),
        List.of(token.subject(), token.clientId(), token.actor().isEmpty()));
  }

  @Test
  void subjectTokenOfAnother_isRefused() {
    TokenService service = registered();
    assertTrue(
        service
            .client(SECOND)
            .impersonate(subjectToken(service), RESOURCE, Scope.of(RESOURCE))
            .toOptional()
            .isEmpty());
  }

  @Test
  void ownResult_isExchangedForAnotherAudience() {
    TokenService service = registered();
    AgentClient first = service.client(FIRST);
    CompactToken result =
        first.impersonate(subjectToken(service), RESOURCE, Scope.of(RESOURCE)).orElseThrow();
    assertTrue(first.impersonate(result, SECOND, "").toOptional().isPresent());
  }

  private static TokenService tokenService() {
    return TokenService.before(
        server.issuer().toString(),
        new KeycloakTokens(server.issuer(), population),
        Clock.systemUTC());
  }

  private static TokenService registered() {
    TokenService service = tokenService();
    service.registerResource(RESOURCE);
    service.registerUser(USER);
    List.of(FIRST, SECOND).forEach(service::registerClient);
    return service;
  }

  private static CompactToken subjectToken(TokenService service) {
    return service.logIn(USER).subjectToken(FIRST, RESOURCE);
  }

  private static VerifiedToken exchanged(TokenService service, CompactToken actorToken)
      throws Exception {
    return verified(
        service,
        service
            .client(FIRST)
            .exchange(subjectToken(service), actorToken, RESOURCE, Scope.of(RESOURCE))
            .orElseThrow());
  }

  private static VerifiedToken verified(TokenService service, CompactToken token) throws Exception {
    return service.resourceServers().verifierFor(RESOURCE).verify(token);
  }
}
