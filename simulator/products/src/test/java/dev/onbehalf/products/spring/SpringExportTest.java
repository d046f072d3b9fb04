package dev.onbehalf.products.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import dev.onbehalf.token.access.TokenDraft;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** A server that has nothing but the exported classes; the checks are made to it elsewhere. */
final class SpringExportTest {
  private static final String SECRET = "of-the-agent";

  private static SpringServer server;
  private static RegisteredClientRepository clients;

  @BeforeAll
  static void start() throws Exception {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "agents",
                Map.of(
                    "agents.hr-agent.secret", SECRET,
                    "login.secret", "of-the-front-end",
                    "login.redirect-uri", "https://front.example/")));
    clients = ExportedClasses.clients(environment);
    server = new SpringServer(clients, ExportedClasses::claims);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static HttpResponse<String> ask(String form) throws Exception {
    String basic = Base64.getEncoder().encodeToString(("hr-agent:" + SECRET).getBytes(UTF_8));
    URI endpoint = server.issuer().resolve("/oauth2/token");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(endpoint)
                .header("authorization", "Basic " + basic)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String own() throws Exception {
    HttpResponse<String> answer =
        ask("grant_type=client_credentials&scope=employee-records&audience=employee-records");
    assertEquals(200, answer.statusCode(), answer.body());
    return String.valueOf(JSONObjectUtils.parse(answer.body()).get("access_token"));
  }

  /** An agent that may log users in gets their tokens, which name no agent in `act`. */
  @Test
  void agent_logsNobodyIn() {
    assertEquals(
        Set.of(AuthorizationGrantType.CLIENT_CREDENTIALS, AuthorizationGrantType.TOKEN_EXCHANGE),
        Objects.requireNonNull(clients.findByClientId("hr-agent")).getAuthorizationGrantTypes());
    assertEquals(
        Set.of(AuthorizationGrantType.AUTHORIZATION_CODE),
        Objects.requireNonNull(clients.findByClientId(TokenDraft.LOGIN_CLIENT))
            .getAuthorizationGrantTypes());
  }

  /** RFC 9068 sections 2.1 and 2.2. */
  @Test
  void token_hasTheClaimsOfItsProfile() throws Exception {
    SignedJWT token = SignedJWT.parse(own());
    assertEquals("at+jwt", token.getHeader().getType().getType());
    assertEquals("ES256", token.getHeader().getAlgorithm().getName());
    assertEquals("hr-agent", token.getJWTClaimsSet().getSubject());
    assertEquals(List.of("employee-records"), token.getJWTClaimsSet().getAudience());
    assertEquals("hr-agent", token.getJWTClaimsSet().getStringClaim("client_id"));
    assertEquals("employee-records", token.getJWTClaimsSet().getStringClaim("scope"));
  }
}
