package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.http.EngineServer;
import dev.onbehalf.cli.http.EngineServer.Asked;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.simulation.score.NaiveWorld;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import dev.onbehalf.simulation.score.Worlds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A policy engine is asked every request, agrees or doesn't, and can't pass off a failure. */
final class EngineOptionTest {
  private static final String SCENARIO =
      """
      scenario: rollout
      users: [dana, omar]
      groups: {staff: [dana, omar], pilot: [dana]}
      agents: [planner, hr-agent]
      chains: [[planner, hr-agent]]
      resources: {records: [read, modify]}
      context: {mode: [live, batch]}
      policies:
        - staff MAY use records directly
        - pilot MAY modify records via hr-agent
        - anyone MAY NOT use records via hr-agent when mode is batch
        - pilot MAY read records via planner then hr-agent
      """;

  @TempDir private Path folder = Path.of("");

  private Session validate(String scenario, String address) {
    return new Session(folder)
        .file("mine.yaml", scenario)
        .run(Engine.real(), "validate mine.yaml --engine authzen=" + address);
  }

  /** What the sentences mean, in other words. */
  private static boolean permits(Asked asked) {
    if (asked.via().isEmpty()) {
      return asked.groups().contains("staff");
    }
    String path = String.join("+", asked.via());
    return asked.groups().equals(List.of("staff", "pilot"))
        && asked.context().equals(Map.of("mode", "live"))
        && Map.of("hr-agent", "modify", "planner+hr-agent", "read")
            .getOrDefault(path, "")
            .equals(asked.action());
  }

  @Test
  void engineThatMeansTheSame_agrees() throws Exception {
    try (EngineServer server = EngineServer.decidingAtOnce(EngineOptionTest::permits)) {
      validate(SCENARIO, server.address() + "/")
          .exits(ExitCode.OK)
          .complainsOfNothing()
          .prints("mine.yaml: " + server.address() + " agrees on all of 32 requests\n");
      assertEquals(16, server.batches());
    }
  }

  @Test
  void engineWithoutTheSecondEndpoint_isAskedOneByOne() throws Exception {
    try (EngineServer server = EngineServer.deciding(EngineOptionTest::permits)) {
      validate(SCENARIO, server.address())
          .exits(ExitCode.OK)
          .prints(" agrees on all of 32 requests\n");
    }
  }

  @Test
  void engineThatSeesNoPath_differs() throws Exception {
    try (EngineServer server =
        EngineServer.decidingAtOnce(asked -> asked.groups().contains("staff"))) {
      validate(SCENARIO, server.address())
          .exits(ExitCode.EXPECTATION_FAILED)
          .prints(
              """
               differs on 22 of 32 requests
                it permits what is denied: dana read records via planner when mode is live
                  no sentence speaks of it
              """)
          .prints("\n  and 17 more\n");
    }
  }

  @Test
  void sentenceThatDecides_isNamed() throws Exception {
    try (EngineServer server =
        EngineServer.decidingAtOnce(
            asked ->
                permits(asked)
                    != (asked.action().equals("modify")
                        && asked.via().equals(List.of("hr-agent"))
                        && asked.user().equals("dana")))) {
      validate(SCENARIO, server.address())
          .exits(ExitCode.EXPECTATION_FAILED)
          .prints(
              """
               differs on 2 of 32 requests
                it denies what is permitted: dana modify records via hr-agent when mode is live
                  mine.yaml:10 (p2): pilot MAY modify records via hr-agent
                it permits what is denied: dana modify records via hr-agent when mode is batch
                  mine.yaml:11 (p3): anyone MAY NOT use records via hr-agent when mode is batch
              """);
    }
  }

  @Test
  void unspecifiedRequest_isNotAsked() throws Exception {
    try (EngineServer server =
        EngineServer.decidingAtOnce(
            asked -> {
              assertTrue(asked.via().isEmpty() || asked.via().contains("hr-agent"));
              return permits(asked);
            })) {
      validate(SCENARIO + "default: unspecified\n", server.address())
          .exits(ExitCode.OK)
          .prints(" agrees on all of 18 requests; 14 more are unspecified\n");
    }
  }

  @Test
  void manyRequests_areASample() throws Exception {
    StringBuilder resources = new StringBuilder("resources: {");
    for (int resource = 0; resource < 1_300; resource++) {
      resources.append("r").append(resource).append(": [use], ");
    }
    String many = SCENARIO.replace("resources: {", resources);
    try (EngineServer server =
        EngineServer.decidingAtOnce(
            asked -> asked.resource().equals("records") && permits(asked))) {
      validate(many, server.address())
          .exits(ExitCode.OK)
          .prints(" agrees on all of 4000 requests, a sample of every kind out of 20832\n");
    }
  }

  @Test
  void randomWorlds_agreeWithTheNaiveReference() throws Exception {
    for (long seed = 0; seed < 60; seed++) {
      NaiveWorld world = Worlds.randomOfNewSentences(seed);
      try (EngineServer server = EngineServer.decidingAtOnce(asked -> permits(world, asked))) {
        validate(Worlds.yaml(world), server.address()).exits(ExitCode.OK);
      }
    }
  }

  private static boolean permits(NaiveWorld world, Asked asked) {
    return world.truth(
            new NaiveRequest(
                asked.user(), asked.via(), asked.resource(), asked.action(), asked.context()))
        == '+';
  }

  @Test
  void run_asksTheEngine_too() throws Exception {
    try (EngineServer server = EngineServer.decidingAtOnce(asked -> false)) {
      new Session(folder)
          .file("mine.yaml", SCENARIO)
          .run(
              Engine.real(),
              "mine.yaml --quiet --no-bench --strategy service-account --engine authzen="
                  + server.address())
          .exits(ExitCode.EXPECTATION_FAILED)
          .prints("mine.yaml: " + server.address() + " differs on 10 of 32 requests\n")
          .prints("rollout: ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "opa=http://localhost:1 | expected `--engine` authzen=URL, but found `opa=http://localhost:1`",
        "http://localhost:1 | expected `--engine` authzen=URL, but found `http://localhost:1`",
        "authzen= | `` is no address that begins with https:// or http:// and a host",
        "authzen=http://pdp.example | `http://pdp.example` goes over the network, where only https:// will do",
        "authzen=https://pdp.example?a=b | `https://pdp.example?a=b` may have host, port and path",
      })
  void option_isRefused(String engine, String message) {
    new Session(folder)
        .file("mine.yaml", SCENARIO)
        .run(Engine.real(), "validate mine.yaml --engine " + engine)
        .exits(ExitCode.INVALID_INPUT)
        .complains(message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badAnswers")
  void badAnswer_isOneLine(String words, HttpHandler handler) throws Exception {
    try (EngineServer server = new EngineServer(handler)) {
      Session session = validate(SCENARIO, server.address()).exits(ExitCode.INVALID_INPUT);
      assertEquals(
          "mine.yaml: %s: %s%n".formatted(server.address(), words).strip(),
          session.err().strip().replaceAll(" \\[.*", ""));
    }
  }

  private static Stream<Arguments> badAnswers() {
    return Stream.of(
        Arguments.of(
            "answered `text/html`, expected application/json",
            typed("text/html", "<html>{\"decision\": true}")),
        Arguments.of("answered without a content type, expected application/json", typed("", "{}")),
        Arguments.of(
            "answered 401: it wants to know who asks, and AUTHZEN_TOKEN has no token that it takes",
            json(401, "{}")),
        Arguments.of("answered 500", json(500, "{\"decision\": true}")),
        Arguments.of("answered 404: it has no /access/v1/evaluation", json(404, "{}")),
        Arguments.of(
            "answered 302, a redirect to `https://other.example/a`, which isn't followed",
            redirect("https://other.example/a")),
        Arguments.of("its answer:1: expected a key `evaluations`", json(200, "{}")),
        Arguments.of("its answer: is empty; expected JSON", json(200, "")),
        Arguments.of("its answer:1: expected a map, found a list", json(200, "[]")),
        Arguments.of(
            "its answer:1: /evaluations: expected a list, found a map",
            json(200, "{\"evaluations\": {}}")),
        Arguments.of(
            "its answer:1: /evaluations: expected 2 decisions, found 1",
            json(200, "{\"evaluations\": [{\"decision\": true}]}")),
        Arguments.of(
            "its answer:1: /evaluations/0: expected a key `decision`", decisions("\"x\": 1")),
        Arguments.of(
            "its answer:1: /evaluations/0: expected a key `decision`",
            decisions("\"decision\": null")),
        Arguments.of(
            "its answer:1: /evaluations/0/decision: expected true or false, found a text",
            decisions("\"decision\": \"true\"")),
        Arguments.of(
            "its answer:1: /evaluations/0/decision: expected true or false, found a number",
            decisions("\"decision\": 1")),
        Arguments.of(
            "its answer:1: /evaluations/0/decision: is a key of this map already",
            decisions("\"decision\": false, \"decision\": true")),
        Arguments.of(
            "its answer:1: /evaluations/0/context/error: the engine failed: no such user",
            decisions(
                "\"decision\": false, \"context\": {\"error\": {\"status\": 404, \"message\": \"no such user\"}}")));
  }

  private static HttpHandler decisions(String members) {
    return json(200, "{\"evaluations\": [{%s}, {%s}]}".formatted(members, members));
  }

  private static HttpHandler json(int status, String body) {
    return exchange -> EngineServer.send(exchange, status, body);
  }

  private static HttpHandler typed(String type, String body) {
    return exchange -> {
      if (!type.isEmpty()) {
        exchange.getResponseHeaders().add("Content-Type", type);
      }
      send(exchange, body);
    };
  }

  private static void send(HttpExchange exchange, String body) throws IOException {
    exchange.sendResponseHeaders(200, body.length());
    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private static HttpHandler redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", to);
      EngineServer.send(exchange, 302, "");
    };
  }
}
