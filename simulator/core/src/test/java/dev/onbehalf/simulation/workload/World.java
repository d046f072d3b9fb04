package dev.onbehalf.simulation.workload;

import dev.onbehalf.scenario.Workload;
import dev.onbehalf.strategy.CacheKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** A small world to simulate, and the same by closed form. */
record World(int users, List<List<String>> paths, int resources, Workload workload) {
  /** Nothing that takes time: what closed forms of the cache presuppose. */
  static final Obtaining INSTANT = new Obtaining(1, 0, 0);

  static World of(int users, int agents, int resources, Workload workload) {
    List<List<String>> paths =
        IntStream.range(0, agents).mapToObj(i -> List.of("agent" + i)).toList();
    return new World(users, paths, resources, workload);
  }

  /** Calls at a rate, to tokens that live so many seconds. */
  static Workload workload(double rate, long lifetime, double popularity, int accesses) {
    return new Workload(
        rate,
        popularity,
        popularity,
        popularity,
        Duration.ofSeconds(lifetime),
        Duration.ofMillis(20),
        2,
        accesses);
  }

  WorkloadSimulation simulation(List<CacheKey> cachedBy, Obtaining obtaining, long seed) {
    return simulation(cachedBy, obtaining, obtaining::serviceSeconds, seed);
  }

  WorkloadSimulation simulation(
      List<CacheKey> cachedBy, Obtaining obtaining, DoubleSupplier service, long seed) {
    Callers callers = callers();
    CredentialKeys keys = new CredentialKeys(callers, workload.accessesPerSecond(), cachedBy);
    AccessStream calls = new AccessStream(callers, workload.accessesPerSecond(), seed);
    return new WorkloadSimulation(workload, callers, calls, keys, obtaining, service, seed);
  }

  Callers callers() {
    return new Callers(users, paths, resources, workload);
  }

  double lifetime() {
    return workload.tokenLifetime().toNanos() / 1e9;
  }

  /** How often each credential is called for, per second. */
  List<Double> rates(List<CacheKey> cachedBy) {
    Callers callers = callers();
    List<Double> rates = List.of(workload.accessesPerSecond());
    if (cachedBy.contains(CacheKey.USER)) {
      rates = times(rates, callers.users());
    }
    if (cachedBy.contains(CacheKey.PATH) || cachedBy.contains(CacheKey.AGENT)) {
      rates = times(rates, callers.paths());
    }
    return cachedBy.contains(CacheKey.RESOURCE) ? times(rates, callers.resources()) : rates;
  }

  static List<Double> times(List<Double> rates, Popularity popularity) {
    List<Double> products = new ArrayList<>();
    for (double rate : rates) {
      for (int i = 0; i < popularity.members(); i++) {
        products.add(rate * popularity.probability(i));
      }
    }
    return products;
  }

  /** The share of calls that miss: each credential is minted once in T + 1/r. */
  double missRate(List<CacheKey> cachedBy) {
    return rates(cachedBy).stream().mapToDouble(rate -> rate / (1 + rate * lifetime())).sum()
        / workload.accessesPerSecond();
  }
}
