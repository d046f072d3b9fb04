package dev.onbehalf.cli.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.onbehalf.products.http.Address;
import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection trusts nobody, waits and reads only so long, and follows nothing. */
final class HttpConnectionTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final CountDownLatch closing = new CountDownLatch(1);

  private static Reply post(EngineServer server, Optional<String> token) throws ServerException {
    return new HttpConnection(Address.of(server.address()), token).post("/a", "{}");
  }

  private static String refusal(String address, Duration patience) {
    HttpConnection connection = new HttpConnection(Address.of(address), Optional.empty(), patience);
    return assertThrows(ServerException.class, () -> connection.post("/a", "{}")).line();
  }

  @Test
  void redirect_isNotFollowed() throws Exception {
    try (EngineServer server =
        new EngineServer(
            exchange -> {
              exchange.getResponseHeaders().add("Location", "/b");
              EngineServer.send(
                  exchange, exchange.getRequestURI().getPath().equals("/b") ? 200 : 302, "{}");
            })) {
      Reply reply = post(server, Optional.empty());
      assertEquals(302, reply.status());
      assertEquals(Optional.of("/b"), reply.location());
    }
  }

  @Test
  void token_isSentAsBearer() throws Exception {
    try (EngineServer server =
        new EngineServer(
            exchange ->
                EngineServer.send(exchange, 200, String.valueOf(authorization(exchange))))) {
      assertEquals("[Bearer s3cret]", post(server, Optional.of("s3cret")).body());
      assertEquals("[]", post(server, Optional.empty()).body());
    }
  }

  private static List<String> authorization(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
  }

  @ParameterizedTest
  @CsvSource({"1048576, 200", "1048577, 0"})
  void body_isReadUpToTheLimit(int length, int status) throws Exception {
    String body = "x".repeat(length);
    try (EngineServer server =
        new EngineServer(exchange -> EngineServer.send(exchange, 200, body))) {
      if (status == 200) {
        assertEquals(length, post(server, Optional.empty()).body().length());
      } else {
        assertEquals(
            "the answer has more than 1048576 bytes",
            refusal(server.address(), Duration.ofSeconds(10)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void slowAnswer_isGivenUp(boolean begun) throws Exception {
    try (EngineServer server =
        new EngineServer(
            exchange -> {
              if (begun) {
                exchange.sendResponseHeaders(200, 0);
                OutputStream body = exchange.getResponseBody();
                body.write('{');
                body.flush();
              }
              await();
            })) {
      assertEquals("no answer within 0.3 seconds", refusal(server.address(), SHORT));
    } finally {
      closing.countDown();
    }
  }

  private void await() throws IOException {
    try {
      closing.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void nobodyThere_isSaid() throws Exception {
    String address;
    try (EngineServer server = new EngineServer(exchange -> {})) {
      address = server.address();
    }
    assertTrue(refusal(address, Duration.ofSeconds(10)).startsWith("can't be reached"));
  }

  /** Its certificate is good in every way, except that nobody vouches for it. */
  @Test
  void certificateOfNobody_isRefused(@TempDir Path folder) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys"))));
    server.createContext("/", exchange -> EngineServer.send(exchange, 200, "{}"));
    server.start();
    try {
      String refusal =
          refusal("https://127.0.0.1:" + server.getAddress().getPort(), Duration.ofSeconds(10));
      assertTrue(refusal.startsWith("can't be trusted: "), refusal);
    } finally {
      server.stop(0);
    }
  }

  private static SSLContext selfSigned(Path keys) throws Exception {
    String words =
        "-genkeypair -alias own -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1 -storepass"
            + " changeit -keystore "
            + keys;
    Process keytool =
        new ProcessBuilder(
                List.of((System.getProperty("java.home") + "/bin/keytool " + words).split(" ")))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, keytool.waitFor(), said);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://pdp.example",
        "https://pdp.example:8443/realms/one/",
        "http://localhost:1",
        "http://127.0.0.1",
        "HTTP://127.200.3.4:80",
        "http://[::1]:3592"
      })
  void address_isTaken(String address) {
    assertEquals(Optional.empty(), Address.problem(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pdp.example",
        "ftp://pdp.example",
        "https:///path",
        "https://a b",
        "https://user:secret@pdp.example",
        "https://pdp.example?x=1",
        "https://pdp.example#x",
        "https://pdp.example:65536",
        "http://pdp.example",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://10.0.0.1"
      })
  void address_isRefused(String address) {
    assertTrue(Address.problem(address).isPresent());
  }

  @Test
  void address_endsWithoutSlash() {
    assertEquals(
        "https://pdp.example/one/a",
        Address.of("https://pdp.example/one//").resolve("/a").toString());
  }
}
