package dev.onbehalf.jmh.gate;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Baseline files: an array of results as JMH writes it, which its viewers can load, with the member
 * {@code sim} in each element and no version of JMH, which didn't measure them.
 */
public final class BaselineJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BaselineJson() {}

  /** The file of a baseline. */
  public static String write(SavedBaseline baseline) {
    ArrayNode results = JSON.createArrayNode();
    baseline.nanos().keySet().forEach(row -> results.add(JmhElement.write(baseline, row)));
    return results.toPrettyString() + "\n";
  }

  /**
   * Reads a file back.
   *
   * @throws IncomparableException when it is no such file, or one of other benchmarks
   */
  public static SavedBaseline read(byte[] file) throws IncomparableException {
    JsonNode results = parse(file);
    if (!results.isArray() || results.isEmpty()) {
      throw new IncomparableException(
          "expected an array of JMH results, but found " + kind(results));
    }
    SavedBaseline baseline = JmhElement.empty(results.get(0));
    SortedMap<String, Counts> counts = new TreeMap<>();
    SortedMap<String, Double> bytes = new TreeMap<>();
    SortedMap<Row, List<Double>> nanos = new TreeMap<>();
    for (JsonNode result : results) {
      Row row = JmhElement.row(result);
      counts.put(row.strategy(), JmhElement.counts(result));
      bytes.put(row.strategy(), JmhElement.bytes(result));
      nanos.put(row, JmhElement.nanos(result));
    }
    return new SavedBaseline(
        baseline.artifact(), baseline.environment(), new Inventory(counts), bytes, nanos);
  }

  private static String kind(JsonNode node) {
    if (node.isArray()) {
      return "an empty one";
    }
    return node.isMissingNode() ? "nothing" : "something else";
  }

  private static JsonNode parse(byte[] file) throws IncomparableException {
    try {
      return JSON.readTree(file);
    } catch (JacksonException e) {
      throw new IncomparableException("expected an array of JMH results, but it " + problem(e));
    }
  }

  /** What goes beyond the bounds of the parser has no place. */
  private static String problem(JacksonException e) {
    return Optional.ofNullable(e.getLocation())
        .map(
            place ->
                "isn't JSON (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr()))
        .orElse("is nested too deep, or one of its words is too long");
  }
}
