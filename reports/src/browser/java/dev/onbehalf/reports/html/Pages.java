package dev.onbehalf.reports.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.onbehalf.simulation.result.SimulationResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that serves the pages and remembers what it was asked for. */
final class Pages implements AutoCloseable {
  /** The pages by name. */
  static final List<String> NAMES =
      List.of(
          "index.html",
          "hr-rollout.html",
          "marketing.html",
          "research-batch.html",
          "shared-document.html",
          "many.html",
          "hostile.html");

  // What Jenkins sends along with the files of a build.
  private static final String STRICT_SERVER =
      "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";

  private final HttpServer server;
  private final Map<String, String> pages = new LinkedHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private Pages(HttpServer server) {
    this.server = server;
    Results.all().forEach(result -> pages.put(HtmlReport.fileName(result), page(result)));
    pages.put("index.html", HtmlIndex.render(Results.all()));
    pages.put("many.html", page(Many.result()));
    pages.put("hostile.html", page(Hostile.result()));
  }

  static Pages serve() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Pages pages = new Pages(server);
    server.createContext("/", pages::answer);
    server.start();
    return pages;
  }

  private static String page(SimulationResult result) {
    return HtmlReport.render(result).page();
  }

  /** The address of the page. */
  String address(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  /** The address of the page under a policy that admits no inline style. */
  String strictAddress(String name) {
    return address("strict/" + name);
  }

  /** The paths asked for since the last call. */
  List<String> takeRequests() {
    List<String> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(path);
    if (path.startsWith("/strict/")) {
      exchange.getResponseHeaders().set("Content-Security-Policy", STRICT_SERVER);
    }
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    Optional<String> page =
        Optional.ofNullable(pages.get(path.substring(path.lastIndexOf('/') + 1)));
    byte[] body = page.orElse("not found").getBytes(UTF_8);
    exchange.sendResponseHeaders(page.isPresent() ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
