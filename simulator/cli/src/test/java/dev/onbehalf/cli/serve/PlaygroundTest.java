package dev.onbehalf.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.Fakes;
import dev.onbehalf.cli.Session;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The playground answers its own page alone, within limits, and with what a run would say. */
final class PlaygroundTest {
  private static final Path SCENARIOS = Path.of("../../scenarios");

  /** Nobody in a test is to wait for it. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private static final Trials TRIALS = new Trials(Engine.real(), LONG);
  private static final Playground PLAYGROUND = open(TRIALS);

  @TempDir private Path folder = Path.of("");

  @AfterAll
  static void stop() {
    PLAYGROUND.close();
  }

  private static Playground open(Trials trials) {
    try {
      return Playground.open(0, trials);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String host(Playground server) {
    return URI.create(server.address()).getAuthority();
  }

  static Stream<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void report_ofAnExample_isThePageThatARunWrites(String example) throws IOException {
    String text = Files.readString(SCENARIOS.resolve(example));
    Session session = new Session(folder).file(Trial.FILE, text);
    session.run(Engine.real(), "--no-bench --quiet --out out " + Trial.FILE).exits(ExitCode.OK);
    String name = example.substring(0, example.length() - ".yaml".length());
    assertEquals(
        Files.readString(folder.resolve("out").resolve(name + ".html")),
        json(post("/report", text)).path("page").asString());
    String verdict = json(post("/verdict", text)).path("verdict").asString();
    String recommended =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(folder.resolve("out").resolve(name + ".json")))
            .path("verdict")
            .path("recommended")
            .asString();
    assertTrue(verdict.startsWith("use " + recommended + "; "), verdict);
  }

  /** Impersonation suffices for marketing, until logs must name the agent, too. */
  @Test
  void requirement_changesTheVerdict() throws IOException {
    String text = Files.readString(SCENARIOS.resolve("marketing.yaml"));
    String required = text + "require: {attribution: both}\n";
    String verdict = json(post("/verdict", required)).path("verdict").asString();
    assertTrue(verdict.startsWith("use agent-mtls-strict; "), verdict);
  }

  @Test
  void examples_areTheScenariosOfTheProject() throws IOException {
    List<String> names =
        json(get("/examples.json", "Host: " + host(PLAYGROUND))).findValues("name").stream()
            .map(name -> name.asString() + ".yaml")
            .toList();
    assertEquals(examples().toList(), names);
  }

  @Test
  void scenario_withMistakes_isAnsweredWithEachAtItsPlace() throws IOException {
    String text =
        """
        scenario: pilot
        users: [dana]
        agents: [assistant]
        resources: [records]
        policies:
          - dan MAY use records via assistant
          - dana MAY uze records via assistant
        """;
    JsonNode problems = json(post("/verdict", text)).path("problems");
    assertEquals(2, problems.size(), problems::toString);
    assertEquals(6, problems.path(0).path("line").asInt());
    assertEquals(5, problems.path(0).path("column").asInt());
    assertEquals("dan".length(), problems.path(0).path("length").asInt());
    assertEquals(7, problems.path(1).path("line").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: evil.example:PORT",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1:1",
        "Host: 127.0.0.1:PORT.evil.example",
        "Host: 127.0.0.1:PORT\r\nHost: evil.example",
        "X-Host: none",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://evil.example",
        "Host: 127.0.0.1:PORT\r\nOrigin: null",
        "Host: 127.0.0.1:PORT\r\nOrigin: https://127.0.0.1:PORT",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:1",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://localhost:PORT",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nOrigin: http://evil.example"
      })
  void request_ofAForeignPage_isRefused(String headers) throws IOException {
    String port = host(PLAYGROUND).replaceAll(".*:", "");
    String answer = get("/", headers.replace("PORT", port));
    // Java's server refuses what isn't HTTP 1.1 itself.
    assertTrue(answer.startsWith("HTTP/1.1 403 ") || answer.startsWith("HTTP/1.1 400 "), answer);
    assertFalse(answer.contains("<html"), answer);
  }

  @Test
  void run_withoutOrigin_isRefused() throws IOException {
    String answer = exchange(PLAYGROUND, "POST /verdict", "Host: " + host(PLAYGROUND), "scenario:");
    assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
  }

  @Test
  void playground_isReachedByLoopbackAlone() throws IOException {
    int port = URI.create(PLAYGROUND.address()).getPort();
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      assertThrows(ConnectException.class, () -> new Socket(other, port).close());
    }
  }

  @Test
  void otherPathsAndMethods_areRefused() throws IOException {
    String ours = "Host: " + host(PLAYGROUND);
    for (String path :
        List.of("/nothing", "/modules/../secret.js", "/modules/nothing.js", "/frame/")) {
      assertTrue(get(path, ours).startsWith("HTTP/1.1 404 "), path);
    }
    String origin = ours + "\r\nOrigin: http://" + host(PLAYGROUND);
    assertTrue(exchange(PLAYGROUND, "PUT /verdict", origin, "").startsWith("HTTP/1.1 405 "));
    assertTrue(exchange(PLAYGROUND, "POST /", origin, "").startsWith("HTTP/1.1 405 "));
  }

  @Test
  void page_runsOnlyWhatItBrings() throws IOException {
    String one = get("/", "Host: " + host(PLAYGROUND));
    assertTrue(one.contains("default-src 'none'; script-src 'nonce-"), one);
    assertFalse(one.contains("unsafe"), one);
    assertFalse(nonce(one).equals(nonce(get("/", "Host: " + host(PLAYGROUND)))), "one nonce");
    String frame = get("/frame", "Host: " + host(PLAYGROUND));
    assertTrue(frame.contains("default-src 'none'; style-src 'unsafe-inline'; img"), frame);
  }

  private static String nonce(String answer) {
    return answer.replaceAll("(?s).*?'nonce-([^']*)'.*", "$1");
  }

  @Test
  void scenario_atTheLimitOfBytes_isReadAndOneByteMoreRefused() throws IOException {
    String most = "#".repeat(Playground.MOST_BYTES);
    assertTrue(post("/verdict", most).startsWith("HTTP/1.1 200 "));
    assertTrue(post("/verdict", most + "#").startsWith("HTTP/1.1 413 "));
  }

  /** 142 users, 1 agent and direct calls, 71 resources: 20,164 requests; with 70, 19,880. */
  @Test
  void scenario_withTooManyRequests_isAProblem() throws IOException {
    String problem = post("/verdict", large(142, 71));
    assertTrue(problem.contains("has 20164 requests, of which the playground takes 20000"));
  }

  private static String large(int users, int resources) {
    return """
    scenario: large
    users: [%s]
    agents: [assistant]
    resources: [%s]
    policies: [anyone MAY use r0 directly]
    """
        .formatted(numbered("u", users), numbered("r", resources));
  }

  private static String numbered(String letter, int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> letter + i)
        .reduce((one, other) -> one + ", " + other)
        .orElseThrow();
  }

  @Test
  void run_thatTakesTooLong_isEndedAndTheNextOneAnswered() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    Engine endless =
        Fakes.engine(
            (scenario, source, strategies, settings, progress) -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                ended.countDown();
              }
              throw new IllegalStateException("ended");
            });
    try (Trials trials = new Trials(endless, Duration.ofMillis(50));
        Playground slow = Playground.open(0, trials)) {
      String answer = post(slow, "/verdict", "ok slow");
      assertTrue(answer.contains("takes more than 0 s"), answer);
      ended.await();
      assertTrue(post(slow, "/verdict", "problem").contains("expected better"));
    }
  }

  @Test
  void command_saysWhereAndLeavesNothingBehind() {
    Session session = new Session(folder);
    session
        .run(Fakes.agreeable(), "serve --port 70000")
        .exits(ExitCode.INVALID_INPUT)
        .complains("expected a `--port` from 0 to 65535, but found 70000");
    String taken = host(PLAYGROUND).replaceAll(".*:", "");
    session
        .run(Fakes.agreeable(), "serve --port " + taken)
        .exits(ExitCode.INVALID_INPUT)
        .complains("port " + taken + " can't be opened: ");
    assertEquals(List.of(), session.filesIn("."));
  }

  private static String get(String path, String headers) throws IOException {
    return exchange(PLAYGROUND, "GET " + path, headers, "");
  }

  private static String post(String path, String body) throws IOException {
    return post(PLAYGROUND, path, body);
  }

  private static String post(Playground server, String path, String body) throws IOException {
    String headers = "Host: %1$s\r\nOrigin: http://%1$s".formatted(host(server));
    return exchange(server, "POST " + path, headers, body);
  }

  private static JsonNode json(String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    return JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }

  /** One request as it stands, which clients for HTTP wouldn't send. */
  private static String exchange(Playground server, String what, String headers, String body)
      throws IOException {
    URI address = URI.create(server.address());
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "%s HTTP/1.1\r\n%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(what, headers, bytes.length);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
