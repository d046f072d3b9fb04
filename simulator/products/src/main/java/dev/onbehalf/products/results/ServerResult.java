package dev.onbehalf.products.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.products.export.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a scenario whose tokens a real server issued.
 *
 * @param product the name of the profile that the server was held to
 * @param server what ran, with its version
 * @param date the day it last came out otherwise than before
 */
public record ServerResult(
    String scenario, String product, String server, String date, List<StrategyScore> strategies) {
  private static final JsonMapper MAPPER = new JsonMapper();

  public ServerResult {
    strategies = List.copyOf(strategies);
  }

  /** What was saved, if the product is one that tests run. */
  public static Optional<ServerResult> saved(String scenario, String product) {
    try (InputStream stream = ServerResult.class.getResourceAsStream(fileName(scenario, product))) {
      return stream == null
          ? Optional.empty()
          : Optional.of(read(new String(stream.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The result in the text of a file. */
  public static ServerResult read(String text) {
    return MAPPER.readValue(text, ServerResult.class);
  }

  private static String fileName(String scenario, String product) {
    return scenario + "." + product + ".json";
  }

  /** The name of its file. */
  public String fileName() {
    return fileName(scenario, product);
  }

  /** The same, come out on another day. */
  public ServerResult on(String day) {
    return new ServerResult(scenario, product, server, day, strategies);
  }

  /** The text of its file. */
  public String text() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("scenario", scenario);
    members.put("product", product);
    members.put("server", server);
    members.put("date", date);
    members.put("strategies", strategies.stream().map(ServerResult::members).toList());
    return Json.text(members);
  }

  private static Map<String, Object> members(StrategyScore score) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("strategy", score.strategy());
    members.put("requests", score.requests());
    members.put("withstands", score.withstands());
    members.put("enforced", score.enforced());
    members.put("of", score.of());
    return members;
  }
}
