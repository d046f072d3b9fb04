package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.http.EngineServer;
import dev.onbehalf.cli.http.ProbedServer;
import dev.onbehalf.cli.run.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a token service answers is told, whatever that is, and no secret with it. */
final class ProbeCommandTest {
  private static final String SECRET = "hush-7f3a";

  @TempDir private Path folder = Path.of("");

  private Session probe(ProbedServer server, String userToken) {
    return probe(server.address(), userToken);
  }

  private Session probe(String issuer, String userToken) {
    return new Session(folder)
        .file("token", userToken + "\n")
        .file("secret", SECRET + "\n")
        .run(
            Engine.real(),
            "probe "
                + issuer
                + " --client agent --other-client planner --audience records --user-token token"
                + " --client-secret secret --other-client-secret secret --json out/probe.json");
  }

  private static String userToken(ProbedServer server) {
    return server.token(
        Map.of("sub", "wei.lin", "aud", "agent", "exp", Instant.now().getEpochSecond() + 300));
  }

  @Test
  void serviceThatNamesNobody_isToldWithoutSecrets() throws Exception {
    try (ProbedServer server = new ProbedServer()) {
      String token = userToken(server);
      Session session = probe(server, token).exits(ExitCode.OK).complainsOfNothing();
      session
          .prints("nothing tells that the agent acts")
          .prints("the actor token is ignored")
          .prints("  not kept: the actor token is read, other than with spring-7\n")
          .prints("not asked, for want of what it takes");
      // each once, and nothing for another audience, as none is named
      assertEquals(11, server.issued());
      String all = session.out() + Files.readString(folder.resolve("out/probe.json"));
      for (String hidden : List.of(SECRET, token, "wei.lin", "eyJ")) {
        assertFalse(all.contains(hidden), () -> hidden + " in\n" + all);
      }
    }
  }

  @Test
  void opaqueTokens_areToldToBe() throws Exception {
    try (ProbedServer server =
        new ProbedServer()
            .answering(ProbedServer.TOKEN, json(200, "{\"access_token\": \"r4nd0m\"}"))) {
      probe(server, "an-opaque-one")
          .exits(ExitCode.OK)
          .prints("opaque\n    nothing that others than the issuer could tell\n")
          .prints("no profile can be told from these answers\n");
    }
  }

  @Test
  void tokenWithoutItsSignature_isToldToBe() throws Exception {
    try (ProbedServer server = new ProbedServer()) {
      String spoiled = spoiled(userToken(server));
      server.answering(
          ProbedServer.TOKEN, json(200, "{\"access_token\": \"%s\"}".formatted(spoiled)));
      probe(server, userToken(server)).exits(ExitCode.OK).prints("signature doesn't hold");
    }
  }

  private static String spoiled(String token) {
    int middle = token.lastIndexOf('.') + 20;
    return token.substring(0, middle)
        + (token.charAt(middle) == 'A' ? 'B' : 'A')
        + token.substring(middle + 1);
  }

  @Test
  void metadataOfOpenId_isFound() throws Exception {
    try (ProbedServer server = new ProbedServer()) {
      String issuer = server.address() + "/realms/one";
      server.answering(
          "/realms/one" + ProbedServer.OPENID_METADATA,
          json(
              200,
              "{\"issuer\": \"%s\", \"token_endpoint\": \"%s/token\", \"jwks_uri\": \"%s/keys\"}"
                  .formatted(issuer, server.address(), server.address())));
      probe(issuer, userToken(server)).exits(ExitCode.OK);
    }
  }

  @Test
  void secretsGoIntoTheForm_whereNothingElseIsTaken() throws Exception {
    try (ProbedServer server =
        new ProbedServer()
            .saying("token_endpoint_auth_methods_supported", List.of("client_secret_post"))) {
      server.answering(
          ProbedServer.TOKEN,
          exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean known =
                form.contains("client_secret=" + SECRET)
                    && !exchange.getRequestHeaders().containsKey("Authorization");
            EngineServer.send(exchange, known ? 200 : 500, "{\"access_token\": \"r4nd0m\"}");
          });
      probe(server, "an-opaque-one").exits(ExitCode.OK);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badServers")
  void badServer_isOneLine(String words, ProbedServer server) throws Exception {
    try (server) {
      complainsAlone(words, server, userToken(server));
    }
  }

  private void complainsAlone(String words, ProbedServer server, String token) {
    Session session = probe(server, token).exits(ExitCode.INVALID_INPUT);
    assertEquals(
        server.address() + ": " + words.replace("ISSUER", server.address()), session.err().strip());
    assertEquals("", session.out());
    assertEquals(List.of(), session.filesIn("out"));
  }

  private static Stream<Arguments> badServers() throws Exception {
    return Stream.of(
        Arguments.of(
            "its metadata: answered `text/html`, expected application/json",
            new ProbedServer()
                .answering(ProbedServer.METADATA, html())
                .answering(ProbedServer.OPENID_METADATA, html())),
        Arguments.of(
            "its metadata: answered 302, a redirect to `https://other.example/a`, which isn't"
                + " followed",
            new ProbedServer()
                .answering(ProbedServer.METADATA, redirect("https://other.example/a"))
                .answering(ProbedServer.OPENID_METADATA, redirect("https://other.example/a"))),
        Arguments.of(
            "its metadata: answered 404",
            new ProbedServer().answering(ProbedServer.METADATA, json(404, "{}"))),
        Arguments.of(
            "its metadata: expected the document to be one JSON object",
            new ProbedServer().answering(ProbedServer.METADATA, json(200, "[]"))),
        Arguments.of(
            "the answer has more than 1048576 bytes",
            new ProbedServer().answering(ProbedServer.METADATA, json(200, " ".repeat(1 << 21)))),
        Arguments.of(
            "its metadata: expected `ISSUER` as `issuer`, found `https://other.example`",
            new ProbedServer().saying("issuer", "https://other.example")),
        Arguments.of(
            "its metadata: `http://sts.example/token` goes over the network, where only https://"
                + " will do",
            new ProbedServer().saying("token_endpoint", "http://sts.example/token")),
        Arguments.of(
            "its metadata: `https://sts.example/token` isn't of the server that was given",
            new ProbedServer().saying("token_endpoint", "https://sts.example/token")),
        Arguments.of(
            "its metadata: `https://sts.example/keys` isn't of the server that was given",
            new ProbedServer().saying("jwks_uri", "https://sts.example/keys")),
        Arguments.of(
            "its key set: answered 500",
            new ProbedServer().answering(ProbedServer.KEYS, json(500, "{}"))),
        Arguments.of(
            "its key set: expected a key set of RFC 7517",
            new ProbedServer().answering(ProbedServer.KEYS, json(200, "{}"))),
        Arguments.of(
            "the user's token is signed by a key that isn't in its key set",
            new ProbedServer().answering(ProbedServer.KEYS, json(200, "{\"keys\":[]}"))),
        Arguments.of(
            "the user's token is signed by a key that isn't in its key set",
            new ProbedServer(Instant.now().minusSeconds(1))),
        Arguments.of(
            "its token endpoint: doesn't take the secret of `agent`",
            new ProbedServer()
                .answering(ProbedServer.TOKEN, json(401, "{\"error\": \"invalid_client\"}"))),
        Arguments.of(
            "its token endpoint: answered 200 and no JSON",
            new ProbedServer().answering(ProbedServer.TOKEN, html())),
        Arguments.of(
            "its token endpoint: answered 302, a redirect, which isn't followed",
            new ProbedServer().answering(ProbedServer.TOKEN, redirect("/" + SECRET))),
        Arguments.of(
            "its token endpoint: answered 500",
            new ProbedServer().answering(ProbedServer.TOKEN, json(500, "{}"))),
        Arguments.of(
            "its token endpoint: answered nothing of RFC 6749 section 5",
            new ProbedServer()
                .answering(ProbedServer.TOKEN, json(200, "{\"access_token\": 12345}"))));
  }

  @Test
  void errorThatIsNoWord_isNotShown() throws Exception {
    try (ProbedServer server =
        new ProbedServer()
            .answering(ProbedServer.TOKEN, json(400, "{\"error\": \"" + SECRET + "\"}"))) {
      Session session = probe(server, userToken(server)).exits(ExitCode.OK);
      session.prints("refused: another code");
      assertFalse(session.out().contains(SECRET));
    }
  }

  @Test
  void userTokenThatExpired_isRefused() throws Exception {
    try (ProbedServer server = new ProbedServer()) {
      complainsAlone(
          "the user's token has expired; log in again",
          server,
          server.token(Map.of("sub", "wei.lin", "exp", Instant.now().getEpochSecond() - 1)));
    }
  }

  @Test
  void userTokenOfAnother_isRefused() throws Exception {
    try (ProbedServer server = new ProbedServer();
        ProbedServer other = new ProbedServer()) {
      complainsAlone("the user's token isn't signed by it", server, userToken(other));
    }
  }

  @Test
  void nobodyThere_isSaid() throws Exception {
    String address;
    try (ProbedServer server = new ProbedServer()) {
      address = server.address();
    }
    probe(address, "an-opaque-one")
        .exits(ExitCode.INVALID_INPUT)
        .complains(address + ": can't be reached");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://sts.example --client a --other-client b --audience c | `http://sts.example` goes over",
        "https://sts.example --client a --other-client a --audience c | `--client` and `--other-client` are two",
        "https://sts.example --client a --other-client b --audience c --other-audience c | are two",
        "https://sts.example --client a --other-client b | Missing required option: '--audience=NAME'",
        "https://sts.example --client a --other-client b --audience c | expected `--client-secret` FILE, or the variable PROBE_CLIENT_SECRET",
        "https://sts.example --client a --other-client b --audience c --client-secret none | none: no such file",
        "https://sts.example --client a --other-client b --audience c --client-secret empty | `empty` doesn't hold what `--client-secret` is for",
        "https://sts.example --client a --other-client b --audience c --client-secret s --other-client-secret s --user-token two | `two` doesn't hold what `--user-token` is for",
      })
  void arguments_areRefused(String arguments, String words) {
    new Session(folder)
        .file("empty", "\n")
        .file("s", SECRET)
        .file("two", "one two")
        .run(Engine.real(), "probe " + arguments)
        .exits(ExitCode.INVALID_INPUT)
        .complains(words);
  }

  private static HttpHandler json(int status, String body) {
    return exchange -> EngineServer.send(exchange, status, body);
  }

  private static HttpHandler html() {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", "text/html");
      send(exchange, "<html>");
    };
  }

  private static void send(HttpExchange exchange, String body) throws IOException {
    exchange.sendResponseHeaders(200, body.length());
    exchange.getResponseBody().write(body.getBytes(UTF_8));
    exchange.close();
  }

  private static HttpHandler redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", to);
      EngineServer.send(exchange, 302, "");
    };
  }
}
