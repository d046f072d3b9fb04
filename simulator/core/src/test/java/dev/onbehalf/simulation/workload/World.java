package dev.onbehalf.simulation.workload;

import dev.onbehalf.scenario.Workload;
import dev.onbehalf.strategy.CacheKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** A small world to simulate, and the same by closed form. */
record World(
    int users, List<List<String>> paths, List<Integer> actions, int contexts, Workload workload) {
  /** Nothing that takes time: what closed forms of the cache presuppose. */
  static final Obtaining INSTANT = new Obtaining(1, 0, 0);

  /** Two resources with these numbers of actions. */
  static World withActions(int first, int second, int contexts, Workload workload) {
    return new World(
        3, List.of(List.of("bot"), List.of("ada")), List.of(first, second), contexts, workload);
  }

  static World of(int users, int agents, int resources, Workload workload) {
    List<List<String>> paths =
        IntStream.range(0, agents).mapToObj(i -> List.of("agent" + i)).toList();
    return new World(users, paths, Collections.nCopies(resources, 1), 1, workload);
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
    Traffic callers = callers();
    CredentialKeys keys = new CredentialKeys(callers, workload.accessesPerSecond(), cachedBy);
    AccessStream calls = new AccessStream(callers, workload.accessesPerSecond(), seed);
    return new WorkloadSimulation(workload, callers, calls, keys, obtaining, service, seed);
  }

  Traffic callers() {
    return new Traffic(users, paths, actions, contexts, workload);
  }

  double lifetime() {
    return workload.tokenLifetime().toNanos() / 1e9;
  }

  /** How often each credential is called for, per second. */
  List<Double> rates(List<CacheKey> cachedBy) {
    Traffic callers = callers();
    List<Double> rates = List.of(workload.accessesPerSecond());
    if (cachedBy.contains(CacheKey.USER)) {
      rates = times(rates, callers.users());
    }
    if (cachedBy.contains(CacheKey.PATH) || cachedBy.contains(CacheKey.AGENT)) {
      rates = times(rates, callers.paths());
    }
    if (cachedBy.contains(CacheKey.RESOURCE)) {
      rates = byResource(rates, cachedBy.contains(CacheKey.ACTION));
    }
    return cachedBy.contains(CacheKey.CONTEXT) ? split(rates, contexts) : rates;
  }

  private List<Double> byResource(List<Double> rates, boolean byAction) {
    List<Double> products = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      double share = callers().resources().probability(i);
      List<Double> ofOne = rates.stream().map(rate -> rate * share).toList();
      products.addAll(byAction ? split(ofOne, actions.get(i)) : ofOne);
    }
    return products;
  }

  private static List<Double> split(List<Double> rates, int members) {
    return rates.stream()
        .flatMap(rate -> Collections.nCopies(members, rate / members).stream())
        .toList();
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
