package dev.onbehalf.cli.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A policy engine that speaks AuthZEN 1.0, or one that does it badly. */
public final class EngineServer implements AutoCloseable {
  private static final String EVALUATIONS = "/access/v1/evaluations";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicInteger batches = new AtomicInteger();

  /** One that answers whatever it is asked so. */
  public EngineServer(HttpHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.setExecutor(threads);
    server.start();
  }

  /** One that decides so. */
  public static EngineServer deciding(Engine engine) throws IOException {
    EngineServer server = new EngineServer(EngineServer::refuse);
    server.server.createContext(EVALUATIONS, EngineServer::refuse);
    server.server.createContext(
        "/access/v1/evaluation",
        exchange -> send(exchange, 200, answer(engine, read(exchange), Optional.empty())));
    return server;
  }

  /** The same with the endpoint for many evaluations at once. */
  public static EngineServer decidingAtOnce(Engine engine) throws IOException {
    EngineServer server = deciding(engine);
    server.server.removeContext(EVALUATIONS);
    server.server.createContext(EVALUATIONS, exchange -> server.answerAll(engine, exchange));
    return server;
  }

  private void answerAll(Engine engine, HttpExchange exchange) throws IOException {
    batches.incrementAndGet();
    JsonNode all = read(exchange);
    List<String> answers =
        all.get("evaluations")
            .valueStream()
            .map(one -> answer(engine, one, Optional.of(all)))
            .toList();
    send(exchange, 200, "{\"evaluations\":" + answers + "}");
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    send(exchange, 404, "{}");
  }

  /** What an engine is told: all of it is always there. */
  public record Asked(
      String user,
      List<String> groups,
      List<String> via,
      String resource,
      String action,
      Map<String, String> context) {}

  /** What an engine permits. */
  @FunctionalInterface
  public interface Engine {
    boolean permits(Asked asked);
  }

  private static String answer(Engine engine, JsonNode one, Optional<JsonNode> all) {
    JsonNode subject = member(one, all, "subject");
    JsonNode context = member(one, all, "context");
    require(subject.get("type").stringValue().equals("user"));
    JsonNode properties = subject.get("properties");
    for (String name : context.propertyNames()) {
      require(properties.get(name).equals(context.get(name)));
    }
    List<String> via = texts(context.get("agents"));
    require(
        context
            .get("path")
            .stringValue()
            .equals(via.isEmpty() ? "" : "(" + String.join(")(", via) + ")"));
    require(
        context
            .get("agent")
            .stringValue()
            .equals(via.isEmpty() ? "directly" : via.get(via.size() - 1)));
    require(
        context.get("first-agent").stringValue().equals(via.isEmpty() ? "directly" : via.get(0)));
    require(context.get("in-person").stringValue().equals(String.valueOf(via.isEmpty())));
    require(context.has("prior-agents"));
    JsonNode resource = member(one, all, "resource");
    require(resource.get("type").stringValue().equals("resource"));
    boolean permitted =
        engine.permits(
            new Asked(
                subject.get("id").stringValue(),
                texts(properties.get("groups")),
                via,
                resource.get("id").stringValue(),
                member(one, all, "action").get("name").stringValue(),
                attributes(context.get("attributes"))));
    return "{\"decision\": " + permitted + "}";
  }

  /** AuthZEN 1.0 section 7.1.1: what an evaluation doesn't have is taken from all. */
  private static JsonNode member(JsonNode one, Optional<JsonNode> all, String name) {
    return one.has(name) ? one.get(name) : all.orElseThrow().get(name);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("not what AuthZEN asks for");
    }
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).toList();
  }

  private static Map<String, String> attributes(JsonNode fields) {
    Map<String, String> attributes = new TreeMap<>();
    fields
        .properties()
        .forEach(field -> attributes.put(field.getKey(), field.getValue().stringValue()));
    return attributes;
  }

  private static JsonNode read(HttpExchange exchange) throws IOException {
    require(exchange.getRequestMethod().equals("POST"));
    require(exchange.getRequestHeaders().getFirst("Content-Type").equals("application/json"));
    return JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
  }

  /** Sends JSON. */
  public static void send(HttpExchange exchange, int status, String json) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    // Small parts of an answer wait for each other on a connection that stays open.
    exchange.getResponseHeaders().add("Connection", "close");
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Where it listens. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many messages with several evaluations came. */
  public int batches() {
    return batches.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
