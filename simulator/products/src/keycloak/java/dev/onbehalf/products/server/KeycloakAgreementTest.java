package dev.onbehalf.products.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.profile.ProfileAgreement;
import dev.onbehalf.products.profile.Profiles;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.TokenSource;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resources learn and decide from the tokens of Keycloak 26.7.3 what its profile says. */
final class KeycloakAgreementTest {
  private static final String USER = "alice";
  private static final String FIRST = "planner";
  private static final String SECOND = "executor";
  private static final String RESOURCE = "production";

  static Stream<Path> scenarios() throws Exception {
    return ProfileAgreement.scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenario_isAnsweredAsTheProfileSays(Path file) throws Exception {
    Scenario scenario = ProfileAgreement.read(file);
    new ProfileAgreement(Profiles.named("keycloak-26.7").orElseThrow(), scenario)
        .check(strategy -> tokenService());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenario_isAnsweredAsTheProfileOfThePreviewSays(Path file) throws Exception {
    Scenario scenario = ProfileAgreement.read(file);
    new ProfileAgreement(Profiles.named("keycloak-26.7-preview").orElseThrow(), scenario)
        .check(
            strategy ->
                strategy.equals("identity-assertion-grant") ? identityProvider() : impersonating());
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

  @Test
  void impersonation_takesNoTokenOfTheUser_andNamesTheAgentInAzp() throws Exception {
    TokenService service = registered(impersonating());
    CompactToken anybodys = service.client(SECOND).actorToken().orElseThrow();
    CompactToken ofUser = service.logIn(USER).subjectToken(SECOND, RESOURCE);
    VerifiedToken token =
        verified(
            service,
            service.client(FIRST).impersonate(ofUser, RESOURCE, Scope.of(RESOURCE)).orElseThrow());
    assertEquals(
        List.of(USER, FIRST, true),
        List.of(token.subject(), token.clientId(), token.actor().isEmpty()));
    assertTrue(
        registered().client(FIRST).impersonate(anybodys, RESOURCE, "").toOptional().isEmpty());
  }

  @Test
  void assertion_isTakenFromTheClientItNames_once_andFromNoOther() throws Exception {
    TokenService service = registered(identityProvider());
    for (String agent : List.of(FIRST, SECOND)) {
      service.registerResourceClient(agent, RESOURCE);
    }
    CompactToken idToken = service.logIn(USER).idToken(FIRST);
    CompactToken assertion =
        service
            .client(FIRST)
            .identityAssertion(idToken, RESOURCE, Scope.of(RESOURCE))
            .orElseThrow();
    assertTrue(service.client(SECOND).assertedToken(assertion, RESOURCE).toOptional().isEmpty());
    VerifiedToken token =
        verified(service, service.client(FIRST).assertedToken(assertion, RESOURCE).orElseThrow());
    assertEquals(List.of(USER, FIRST), List.of(token.subject(), token.clientId()));
    assertTrue(service.client(FIRST).assertedToken(assertion, RESOURCE).toOptional().isEmpty());
  }

  private static KeycloakTokens tokens() {
    return new KeycloakTokens(SharedKeycloak.SERVER.issuer(), SharedKeycloak.POPULATION);
  }

  private static TokenService tokenService() {
    return before(tokens());
  }

  private static TokenService impersonating() {
    return before(new ImpersonatingTokens(tokens()));
  }

  private static TokenService before(TokenSource source) {
    return TokenService.before(
        SharedKeycloak.SERVER.issuer().toString(), source, Clock.systemUTC());
  }

  /** Our own service, whose assertions Keycloak takes for the resources. */
  private static TokenService identityProvider() {
    return new TokenService(
            RealmFile.IDENTITY_PROVIDER,
            SigningAlgorithm.ES256,
            Duration.ofMinutes(5),
            Clock.systemUTC(),
            RealmFile.identityProvidersRandom(),
            () -> UUID.randomUUID().toString())
        .trustedBy(tokens());
  }

  private static TokenService registered() {
    return registered(tokenService());
  }

  private static TokenService registered(TokenService service) {
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
