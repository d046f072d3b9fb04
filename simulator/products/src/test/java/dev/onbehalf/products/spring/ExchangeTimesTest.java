package dev.onbehalf.products.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.live.CallSteps;
import dev.onbehalf.strategies.TokenExchange;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The exchange of a token by an agent, by our token service and by Spring's over HTTP, in turns in
 * one process; {@code -Dpeers=FULL} makes the times worth reading.
 */
final class ExchangeTimesTest {
  private static final String RESOURCE = "probe-resource";
  private static final String WORLD =
      """
      scenario: benchmark
      users: [probe-user]
      agents: [probe-agent-1]
      resources: [probe-resource]
      policies: [probe-user MAY use probe-resource]
      """;

  private static final boolean FULL = System.getProperty("peers", "").equals("FULL");
  private static final int CALLS = FULL ? 50 : 1;
  private static final int WARM_UP = FULL ? 60 : 1;
  private static final int ROUNDS = FULL ? 15 : 1;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final byte[] MESSAGE = new byte[450];

  /** Something that is done, and the processor time that one block of it after the other took. */
  private record Contestant(String name, Callable<Object> call, List<Double> micros) {
    void block() throws Exception {
      long before = cpu();
      for (int i = 0; i < CALLS; i++) {
        call.call();
      }
      micros.add((cpu() - before) / 1e3 / CALLS);
    }

    double median() {
      return micros.subList(WARM_UP, micros.size()).stream().sorted().toList().get(ROUNDS / 2);
    }

    /** Of all threads of ours and of the server's, and of none that compiles or collects. */
    private static long cpu() {
      return LongStream.of(THREADS.getThreadCpuTime(THREADS.getAllThreadIds()))
          .filter(nanos -> nanos > 0)
          .sum();
    }
  }

  private static Contestant contestant(String name, Callable<Object> call) {
    return new Contestant(name, call, new ArrayList<>());
  }

  @Test
  void exchanges_areTimedInTurns() throws Exception {
    SpringServer server = SharedServers.SHIPPED;
    server.parties().allow(Scope.of(RESOURCE));
    CallSteps ours =
        steps(
            TokenService.seeded(1, SigningAlgorithm.ES256, SigningProvider.JDK, Clock.systemUTC()));
    CallSteps springs =
        steps(
            TokenService.before(
                server.issuer().toString(), new HttpTokens(server), Clock.systemUTC()));
    assertEquals(ours.verify(ours.obtain()), springs.verify(springs.obtain()));
    List<Contestant> contestants =
        List.of(
            contestant("a bare signature", signature()),
            contestant("an answer over HTTP, unsigned", http(server)),
            contestant("our exchange", ours::obtain),
            contestant("Spring's exchange over HTTP", springs::obtain));
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (Contestant one : contestants) {
        one.block();
      }
    }
    contestants.forEach(
        one -> System.out.printf("%-30s %,8.0f µs of processor time%n", one.name(), one.median()));
    Presentation last = springs.obtain();
    assertTrue(last.tokenBytes() > 0);
  }

  private static CallSteps steps(TokenService service) throws Exception {
    Scenario scenario = ScenarioReader.read("benchmark.yaml", WORLD.getBytes(UTF_8));
    return new CallSteps(new TokenExchange(), scenario, service);
  }

  private static Callable<Object> signature() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    Signature raw = Signature.getInstance("SHA256withECDSAinP1363Format");
    raw.initSign(generator.generateKeyPair().getPrivate());
    return () -> {
      raw.update(MESSAGE);
      return raw.sign();
    };
  }

  private static Callable<Object> http(SpringServer server) {
    HttpClient client = HttpClient.newHttpClient();
    URI keys = server.issuer().resolve("/oauth2/jwks");
    return () ->
        client.send(HttpRequest.newBuilder(keys).build(), HttpResponse.BodyHandlers.ofString());
  }
}
