package dev.onbehalf.scenario;

import java.time.Duration;

/**
 * The traffic that agents cause, and the token service that it meets. The members of a kind are
 * called by Zipf's law: the one that the scenario names n-th is called as often as 1 / n to the
 * power of the kind's popularity.
 *
 * @param accessesPerSecond calls through agents, at random moments (a Poisson process)
 * @param userPopularity the Zipf exponent of users; 0 for users who call equally often
 * @param agentPopularity the Zipf exponent of paths: each agent alone, then each declared chain
 * @param resourcePopularity the Zipf exponent of resources
 * @param tokenLifetime how long a token is valid once it is minted
 * @param roundTrip the time to the token service and back, without its own work
 * @param tokenServiceServers how many requests the token service works on at once
 * @param accesses how many calls are simulated and measured
 */
public record Workload(
    double accessesPerSecond,
    double userPopularity,
    double agentPopularity,
    double resourcePopularity,
    Duration tokenLifetime,
    Duration roundTrip,
    int tokenServiceServers,
    int accesses) {
  /** The workload of a scenario that names none. */
  public static final Workload DEFAULT =
      new Workload(50, 1, 1, 1, Duration.ofMinutes(5), Duration.ofMillis(20), 2, 200_000);
}
