package dev.onbehalf.cli.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.onbehalf.cli.serve.Trial.Depth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on loopback whose page runs the scenario that is typed into it. */
public final class Playground implements AutoCloseable {
  /** The largest scenario that is taken, in bytes. */
  public static final int MOST_BYTES = 64 * 1024;

  private static final int THREADS = 4;

  private final HttpServer server;
  private final Doorkeeper doorkeeper;
  private final Site site = new Site();
  private final Trials trials;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Trials::daemon);

  private Playground(HttpServer server, Trials trials) {
    this.server = server;
    this.doorkeeper = new Doorkeeper(server.getAddress().getPort());
    this.trials = trials;
  }

  /** Serves at the port of loopback, at any free one for 0. */
  public static Playground open(int port, Trials trials) throws IOException {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(here, 0);
    Playground playground = new Playground(server, trials);
    server.createContext("/", playground::answer);
    server.setExecutor(playground.threads);
    server.start();
    return playground;
  }

  /** Where a browser finds it. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      reply(exchange).send(exchange);
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    // Of a target that isn't a path there is none.
    String path = String.valueOf(exchange.getRequestURI().getPath());
    if (!doorkeeper.admits(method, exchange.getRequestHeaders())) {
      return Reply.refusal(403, "this playground answers its own page alone");
    }
    return switch (method + " " + path) {
      case "POST /verdict" -> run(exchange, Depth.VERDICT);
      case "POST /report" -> run(exchange, Depth.REPORT);
      default ->
          method.equals("GET")
              ? site.at(path).orElseGet(() -> Reply.refusal(404, "there is nothing here"))
              : Reply.refusal(405, "expected GET, or POST to /verdict or /report");
    };
  }

  private Reply run(HttpExchange exchange, Depth depth) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    return bytes.length > MOST_BYTES
        ? Reply.refusal(413, "expected a scenario of %d bytes at most".formatted(MOST_BYTES))
        : trials
            .run(bytes, depth)
            .map(Reply::json)
            .orElseGet(() -> Reply.refusal(503, "busy with earlier scenarios; try again"));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    trials.close();
  }
}
