package dev.onbehalf.products.server;

import dev.onbehalf.products.profile.ServerCost;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Keycloak in a process of its own, on a free port of the loopback address. */
final class KeycloakServer implements AutoCloseable {
  private static final Path HOME = Path.of("target/keycloak/keycloak-26.7.3");
  private static final Path LOG = Path.of("target/keycloak.log");
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  /** All together, as each start with others than before builds the server anew. */
  private static final String FEATURES =
      "token-exchange,admin-fine-grained-authz:v1,identity-assertion-jwt,jwt-authorization-grant";

  private final Process process;
  private final URI issuer;
  private final long started = System.nanoTime();

  /** Starts it with the realm, and waits until it answers. */
  KeycloakServer(RealmFile realm) throws IOException, InterruptedException {
    Path realms = Files.createDirectories(HOME.resolve("data/import"));
    Files.writeString(realms.resolve(RealmFile.NAME + "-realm.json"), realm.json());
    int port = freePort();
    issuer = URI.create("http://127.0.0.1:" + port + "/realms/" + RealmFile.NAME);
    process = start(port);
    await();
    printCost("Keycloak in a process of its own, to start");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process start(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash",
            HOME.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--features=" + FEATURES,
            "--db=dev-mem",
            "--http-host=127.0.0.1",
            "--http-port=" + port);
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx256m");
    environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    File log = LOG.toFile();
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  private void await() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IOException("Keycloak doesn't start:\n" + Files.readString(LOG));
      }
      Thread.sleep(500);
    }
  }

  private boolean answers() {
    try {
      HttpURLConnection connection = (HttpURLConnection) issuer.toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void printCost(String what) {
    ServerCost.print(
        what,
        Duration.ofNanos(System.nanoTime() - started),
        handles().stream()
            .flatMap(process -> process.info().totalCpuDuration().stream())
            .reduce(Duration.ZERO, Duration::plus),
        handles().stream().mapToLong(KeycloakServer::mostResident).sum());
  }

  /** In bytes, where the system tells. */
  private static long mostResident(ProcessHandle process) {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .sum()
          << 10;
    } catch (IOException e) {
      return 0;
    }
  }

  URI issuer() {
    return issuer;
  }

  /** The server is a child of the script that was started. */
  private List<ProcessHandle> handles() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  @Override
  public void close() {
    printCost("Keycloak in a process of its own, in all");
    List<ProcessHandle> all = handles();
    all.forEach(ProcessHandle::destroy);
    all.forEach(one -> one.onExit().completeOnTimeout(one, 20, TimeUnit.SECONDS).join());
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
