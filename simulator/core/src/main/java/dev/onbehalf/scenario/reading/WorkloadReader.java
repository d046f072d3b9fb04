package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Workload;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code workload}. A rate, an exponent or a count is a bare number ({@code 50}, {@code
 * 0.8}); a time bears its unit ({@code 20ms}, {@code 300s}, {@code 5min}, {@code 8h}).
 */
record WorkloadReader(NodeReader nodes, Problems problems) {
  private static final String RATE = "accesses-per-second";
  private static final String USERS = "user-popularity";
  private static final String AGENTS = "agent-popularity";
  private static final String RESOURCES = "resource-popularity";
  private static final String LIFETIME = "token-lifetime";
  private static final String ROUND_TRIP = "round-trip";
  private static final String SERVERS = "token-service-servers";
  private static final String ACCESSES = "accesses";
  private static final List<String> KEYS =
      List.of(RATE, USERS, AGENTS, RESOURCES, LIFETIME, ROUND_TRIP, SERVERS, ACCESSES);

  private static final Quantity RATES = Quantity.number("0.001", "1000000");
  private static final Quantity EXPONENTS = Quantity.number("0", "10");
  private static final Quantity LIFETIMES = Quantity.time("1s", "720h");
  private static final Quantity ROUND_TRIPS = Quantity.time("0ms", "60s");
  private static final Quantity SERVER_COUNTS = Quantity.count("1", "1000");
  private static final Quantity ACCESS_COUNTS = Quantity.count("1000", "5000000");

  Workload read(Fields fields) {
    return fields
        .find("workload")
        .flatMap(entry -> nodes.map(entry, "{" + RATE + ": 50, " + LIFETIME + ": 300s}"))
        .map(mapping -> workload(new Fields(mapping, KEYS, problems)))
        .orElse(Workload.DEFAULT);
  }

  private Workload workload(Fields fields) {
    Workload defaults = Workload.DEFAULT;
    Workload workload =
        new Workload(
            number(fields, RATE, RATES, defaults.accessesPerSecond()),
            number(fields, USERS, EXPONENTS, defaults.userPopularity()),
            number(fields, AGENTS, EXPONENTS, defaults.agentPopularity()),
            number(fields, RESOURCES, EXPONENTS, defaults.resourcePopularity()),
            time(fields, LIFETIME, LIFETIMES, defaults.tokenLifetime()),
            time(fields, ROUND_TRIP, ROUND_TRIPS, defaults.roundTrip()),
            (int) number(fields, SERVERS, SERVER_COUNTS, defaults.tokenServiceServers()),
            (int) number(fields, ACCESSES, ACCESS_COUNTS, defaults.accesses()));
    checkLifetime(fields, workload);
    return workload;
  }

  /** A token that is dead on arrival serves no call. */
  private void checkLifetime(Fields fields, Workload workload) {
    if (workload.tokenLifetime().compareTo(workload.roundTrip()) <= 0) {
      YamlNode tooLong = fields.find(ROUND_TRIP).orElseThrow().value();
      problems.add(tooLong.span(), "expected a time shorter than `" + LIFETIME + "`");
    }
  }

  private double number(Fields fields, String key, Quantity quantity, double otherwise) {
    return value(fields, key, quantity).map(BigDecimal::doubleValue).orElse(otherwise);
  }

  private Duration time(Fields fields, String key, Quantity quantity, Duration otherwise) {
    return value(fields, key, quantity)
        .map(nanos -> Duration.ofNanos(nanos.longValue()))
        .orElse(otherwise);
  }

  private Optional<BigDecimal> value(Fields fields, String key, Quantity quantity) {
    return fields.find(key).flatMap(entry -> nodes.quantity(entry, quantity));
  }
}
