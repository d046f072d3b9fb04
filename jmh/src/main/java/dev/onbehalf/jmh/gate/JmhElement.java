package dev.onbehalf.jmh.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One result of a baseline file. */
final class JmhElement {
  private static final String SCHEMA = "sim.bench/1";
  private static final String PREFIX = "dev.onbehalf.jmh.gate.Call.";

  private JmhElement() {}

  static ObjectNode write(SavedBaseline baseline, Row row) {
    List<Double> nanos = baseline.nanos().getOrDefault(row, List.of());
    Purpose.Calls calls = Purpose.TIME.calls(row.benchmark());
    ObjectNode element = object();
    element.put("benchmark", PREFIX + row.benchmark().name());
    element.put("mode", "avgt").put("threads", 1).put("forks", nanos.size());
    element.set("jvmArgs", array(Purpose.TIME.jvmArguments()));
    element.put("jdkVersion", baseline.environment().getOrDefault("java", "unknown"));
    element.put("vmName", baseline.environment().getOrDefault("vm", "unknown"));
    element.put("warmupIterations", calls.warmUp()).put("warmupTime", "single-shot");
    element.put("warmupBatchSize", 1).put("measurementIterations", calls.rounds());
    element.put("measurementTime", "single-shot").put("measurementBatchSize", 1);
    element.set("params", object().put("strategy", row.strategy()));
    element.set("primaryMetric", metric(nanos, "ns/op"));
    Double bytes = baseline.bytes().getOrDefault(row.strategy(), Double.NaN);
    element.set(
        "secondaryMetrics", object().set("gc.alloc.rate.norm", metric(List.of(bytes), "B/op")));
    return element.set("sim", sim(baseline, row.strategy()));
  }

  private static ObjectNode sim(SavedBaseline baseline, String strategy) {
    ObjectNode exact = object();
    Counts counts = baseline.inventory().strategies().get(strategy);
    if (counts != null) {
      counts.values().forEach((name, value) -> exact.put(name, value));
    }
    ObjectNode sim = object();
    sim.put("schema", SCHEMA).put("protocol", DuetSide.protocol());
    sim.set("exact", exact);
    sim.set("artifact", object(baseline.artifact()));
    return sim.set("environment", object(baseline.environment()));
  }

  private static ObjectNode metric(List<Double> forks, String unit) {
    double score = StatUtils.mean(forks.stream().mapToDouble(Double::doubleValue).toArray());
    ObjectNode metric = object();
    metric.put("score", score);
    // JMH, too, writes what isn't a number as text.
    metric.put("scoreError", "NaN");
    metric.set("scoreConfidence", array(List.of("NaN", "NaN")));
    metric.set("scorePercentiles", object().put("50.0", Contender.median(forks)));
    metric.put("scoreUnit", unit);
    var raw = JsonNodeFactory.instance.arrayNode();
    forks.forEach(fork -> raw.add(JsonNodeFactory.instance.arrayNode().add(fork)));
    return metric.set("rawData", raw);
  }

  /** The baseline that an element belongs to, without results. */
  static SavedBaseline empty(JsonNode element) throws IncomparableException {
    JsonNode sim = element.path("sim");
    if (!element.has("benchmark") || !element.has("primaryMetric")) {
      throw new IncomparableException("expected JMH results, but the first has no `benchmark`");
    }
    if (!sim.path("schema").asString("").equals(SCHEMA)) {
      throw new IncomparableException(
          "expected results saved by `bench --save`, but there is no `sim` of schema `%s`"
              .formatted(SCHEMA));
    }
    if (sim.path("protocol").asInt(0) != DuetSide.protocol()) {
      throw new IncomparableException(
          "expected benchmarks of version %d, but found version %s; save it again"
              .formatted(DuetSide.protocol(), sim.path("protocol")));
    }
    return new SavedBaseline(
        texts(sim.path("artifact")),
        texts(sim.path("environment")),
        new Inventory(new TreeMap<>()),
        new TreeMap<>(),
        new TreeMap<>());
  }

  static Row row(JsonNode element) throws IncomparableException {
    String name = element.path("benchmark").asString("");
    String strategy = element.path("params").path("strategy").asString("");
    return Stream.of(Benchmark.values())
        .filter(benchmark -> name.equals(PREFIX + benchmark.name()) && !strategy.isEmpty())
        .map(benchmark -> new Row(strategy, benchmark))
        .findFirst()
        .orElseThrow(
            () ->
                new IncomparableException(
                    "expected a benchmark of the gate, but found `%s`".formatted(name)));
  }

  static Counts counts(JsonNode element) throws IncomparableException {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> count : element.path("sim").path("exact").properties()) {
      if (!count.getValue().isIntegralNumber() || !count.getValue().canConvertToLong()) {
        throw new IncomparableException(
            "expected a whole number of `%s`, but found `%s`"
                .formatted(count.getKey(), count.getValue().asString("")));
      }
      counts.put(count.getKey(), count.getValue().asLong());
    }
    return new Counts(counts);
  }

  static double bytes(JsonNode element) throws IncomparableException {
    return number(element.path("secondaryMetrics").path("gc.alloc.rate.norm").path("score"));
  }

  static List<Double> nanos(JsonNode element) throws IncomparableException {
    List<Double> nanos = new ArrayList<>();
    for (JsonNode fork : element.path("primaryMetric").path("rawData")) {
      for (JsonNode value : fork) {
        nanos.add(number(value));
      }
    }
    return nanos;
  }

  private static double number(JsonNode value) throws IncomparableException {
    double number = value.doubleValue(0);
    if (number <= 0 || Double.isInfinite(number)) {
      throw new IncomparableException(
          "expected a positive number, but found `%s`".formatted(value.asString("")));
    }
    return number;
  }

  private static SortedMap<String, String> texts(JsonNode object) {
    SortedMap<String, String> texts = new TreeMap<>();
    object.properties().forEach(text -> texts.put(text.getKey(), text.getValue().asString("")));
    return texts;
  }

  private static ObjectNode object(Map<String, String> texts) {
    ObjectNode object = object();
    texts.forEach(object::put);
    return object;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode array(List<String> texts) {
    var array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
