package dev.onbehalf.products.export;

import dev.onbehalf.products.authzen.Connection;
import dev.onbehalf.products.http.Reply;
import dev.onbehalf.products.http.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cerbos as a child process, listening on the loopback alone and telling nobody. */
final class CerbosServer implements AutoCloseable {
  /** Where {@code .ci/run} has npm put it. */
  static final Path PROGRAM =
      Path.of("../../target/cerbos/node_modules/@cerbos/cerbos-linux-x64/cerbos-linux-x64")
          .toAbsolutePath()
          .normalize();

  private static final int MOST_TRIES = 600;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  /** The server of the policies in the folder. */
  CerbosServer(Path policies, Path folder) throws IOException, InterruptedException {
    address = "127.0.0.1:" + freePort();
    Path configuration = folder.resolve("cerbos.yaml");
    Files.writeString(
        configuration,
        """
        server: {httpListenAddr: "%s", grpcListenAddr: "127.0.0.1:%d"}
        telemetry: {disabled: true}
        storage: {driver: disk, disk: {directory: "%s", watchForChanges: false}}
        """
            .formatted(address, freePort(), policies));
    Path log = folder.resolve("cerbos.log");
    process =
        new ProcessBuilder(PROGRAM.toString(), "server", "--config=" + configuration)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    awaitStart(log);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart(Path log) throws IOException, InterruptedException {
    for (int i = 0; i < MOST_TRIES && process.isAlive(); i++) {
      if (isUp()) {
        return;
      }
      Thread.sleep(50);
    }
    process.destroy();
    throw new IllegalStateException(Files.readString(log));
  }

  private boolean isUp() throws InterruptedException {
    try {
      URI health = URI.create("http://" + address + "/_cerbos/health");
      return client
              .send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The way to it, where every resource is of this kind. */
  Connection connection(String kind) {
    return (path, json) -> {
      try {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://" + address + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(withKind(json, kind)))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        return new Reply(
            response.statusCode(), "application/json", Optional.empty(), response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new ServerException("interrupted");
      }
    };
  }

  /** Each world has a kind of resource of its own, so that one server has the policies of all. */
  private static String withKind(String json, String kind) {
    ObjectNode question = (ObjectNode) JsonMapper.shared().readTree(json);
    question.findParents("type").stream()
        .filter(one -> one.get("type").asString().equals("resource"))
        .forEach(one -> ((ObjectNode) one).put("type", kind));
    return question.toString();
  }

  /** What the program says of its own tests in the folder, and its exit code. */
  static Outcome compile(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(PROGRAM.toString(), "compile", folder.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }

  record Outcome(int code, String said) {}

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
