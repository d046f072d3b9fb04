package dev.onbehalf.simulation.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.Workload;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.strategy.CacheKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation agrees with closed forms wherever there are any. */
final class WorkloadSimulationTest {
  private static final int REPLICATIONS = 20;
  private static final List<CacheKey> INHERITED = List.of(CacheKey.USER, CacheKey.RESOURCE);
  private static final List<CacheKey> OF_AGENT = List.of(CacheKey.AGENT, CacheKey.RESOURCE);
  private static final List<CacheKey> OF_BOTH =
      List.of(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE);

  static Stream<Arguments> worlds() {
    return Stream.of(
            World.of(1, 1, 1, World.workload(1, 1, 0, 20_000)),
            World.of(1, 1, 1, World.workload(0.1, 60, 0, 20_000)),
            World.of(2, 2, 2, World.workload(2, 5, 1, 20_000)),
            World.of(3, 1, 2, World.workload(50, 1, 0.7, 20_000)),
            World.of(40, 5, 8, World.workload(20, 30, 1, 40_000)),
            World.of(1_000, 50, 20, World.workload(50, 60, 1, 40_000)))
        .flatMap(
            world ->
                Stream.of(List.<CacheKey>of(), INHERITED, OF_AGENT, OF_BOTH)
                    .map(cachedBy -> Arguments.of(world, cachedBy)));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void missRate_isThatOfALifetimeCache(World world, List<CacheKey> cachedBy) {
    Interval.of(REPLICATIONS, seed -> run(world, cachedBy, seed).missRate())
        .assertCovers(world.missRate(cachedBy), 0.05);
  }

  static Stream<List<CacheKey>> keysOfActionAndContext() {
    return Stream.of(
        List.of(CacheKey.USER, CacheKey.RESOURCE, CacheKey.ACTION),
        List.of(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE, CacheKey.CONTEXT),
        List.of(CacheKey.AGENT, CacheKey.RESOURCE, CacheKey.ACTION, CacheKey.CONTEXT),
        List.of(CacheKey.CONTEXT));
  }

  @ParameterizedTest
  @MethodSource("keysOfActionAndContext")
  void missRate_byActionAndContext_isThatOfSoManyCredentials(List<CacheKey> cachedBy) {
    World world = World.withActions(2, 5, 3, World.workload(2, 10, 1, 40_000));
    Interval.of(REPLICATIONS, seed -> run(world, cachedBy, seed).missRate())
        .assertCovers(world.missRate(cachedBy), 0.05);
  }

  @Test
  void missRate_byCall_isOne() {
    World world = World.of(2, 2, 2, World.workload(2, 5, 1, 20_000));
    List<CacheKey> cachedBy = List.of(CacheKey.CALL);
    assertEquals(1, run(world, cachedBy, 1).missRate());
    Ends ends = outliving(world, cachedBy, 1);
    assertEquals(0, ends.user().max());
    assertEquals(0, ends.agent().max());
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void liveCredentials_areMintsPerSecondTimesLifetime(World world, List<CacheKey> cachedBy) {
    // Little's law, and the share of time that each credential is valid.
    double minted = world.missRate(cachedBy) * world.workload().accessesPerSecond();
    Interval.of(REPLICATIONS, seed -> run(world, cachedBy, seed).liveCredentials())
        .assertCovers(minted * world.lifetime(), 0.05);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void utilisation_isMissesTimesServiceOverServers(World world, List<CacheKey> cachedBy) {
    Obtaining obtaining = new Obtaining(1, 1, 0.01);
    Observations seen = world.simulation(cachedBy, obtaining, 1).run();
    assertEquals(
        seen.missesPerSecond() * obtaining.serviceSeconds() / 2, seen.utilisation(2), 1e-9);
  }

  @Test
  void credentialOnItsWay_isWaitedForAndNotAskedForAgain() {
    // One credential: it is minted 2 s after a miss and lives 10 s more, so 1 in 1 + 12 r misses;
    // each of the calls in the 4 s before it arrives waits for the rest of them.
    World world = World.of(1, 1, 1, roundTrip(World.workload(3, 10, 0, 20_000), 4));
    Interval.of(REPLICATIONS, seed -> run(world, OF_BOTH, seed, 0).missRate())
        .assertCovers(1.0 / 37, 0.01);
    Interval.of(REPLICATIONS, seed -> run(world, OF_BOTH, seed, 0).meanLatency())
        .assertCovers((4 + 3 * 4 * 4 / 2.0) / 37, 0.05);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, 0.8", "8, 0.7"})
  void queueOfMisses_waitsAsErlangCSays(int servers, double load) {
    // So many users that nearly every call misses: a Poisson process comes to the token service.
    double service = 0.02;
    double rate = load * servers / service;
    World world = crowd(rate, servers);
    double latency = (1 + ErlangC.meanWait(servers, load)) * service;
    Interval.of(
            REPLICATIONS,
            seed -> {
              ExponentialDistribution services =
                  new ExponentialDistribution(new MersenneTwister(seed + 1_000), service);
              return world
                  .simulation(OF_BOTH, new Obtaining(1, 1, service), services::sample, seed)
                  .run()
                  .meanLatency();
            })
        .assertCovers(latency, 0.1);
  }

  @ParameterizedTest
  @CsvSource({"0.3", "0.7"})
  void queueOfMisses_withConstantService_waitsAsPollaczekAndKhinchineSay(double load) {
    double service = 0.02;
    World world = crowd(load / service, 1);
    Interval.of(REPLICATIONS, seed -> run(world, OF_BOTH, seed, service).meanLatency())
        .assertCovers(service * (1 + load / (2 * (1 - load))), 0.1);
  }

  @Test
  void revocation_ofAUser_lastsAsLongAsTheLastToken() {
    World world = World.of(3, 2, 2, World.workload(1, 20, 0, 40_000));
    // A user's 4 credentials, each as old as a random moment finds it: the youngest counts.
    double rate = 1.0 / 12;
    Interval.of(REPLICATIONS, seed -> outliving(world, OF_BOTH, seed).user().mean())
        .assertCovers(meanOfLast(4, rate, 20), 0.02);
    Interval.of(REPLICATIONS, seed -> outliving(world, OF_BOTH, seed).agent().mean())
        .assertCovers(meanOfLast(6, rate, 20), 0.02);
  }

  @Test
  void revocation_ofAnInheritedToken_lastsForTheRestOfItsLife() {
    World world = World.of(1, 1, 1, World.workload(50, 20, 0, 40_000));
    // Called for all the time, one token follows another: what is left is anything from 0 to T.
    Interval.of(REPLICATIONS, seed -> outliving(world, INHERITED, seed).user().mean())
        .assertCovers(meanOfLast(1, 50, 20), 0.02);
    assertEquals(10, meanOfLast(1, 50, 20), 0.01);
  }

  /** Calls come by chance, so that each credential is called for as often as its life has left. */
  @Test
  void revocation_leavesAsManyCallsAsTheLivesOfTheCredentialsHave() {
    World world = World.of(3, 2, 2, World.workload(1, 20, 0, 40_000));
    double rate = 1.0 / 12;
    double ofOne = rate * meanOfLast(1, rate, 20);
    Interval.of(REPLICATIONS, seed -> outliving(world, OF_BOTH, seed).user().accesses())
        .assertCovers(4 * ofOne, 0.02);
    Interval.of(REPLICATIONS, seed -> outliving(world, OF_BOTH, seed).agent().accesses())
        .assertCovers(6 * ofOne, 0.02);
    World busy = World.of(1, 1, 1, World.workload(50, 20, 0, 40_000));
    Interval.of(REPLICATIONS, seed -> outliving(busy, INHERITED, seed).user().accesses())
        .assertCovers(50 * meanOfLast(1, 50, 20), 0.02);
  }

  @Test
  void revocation_ofWhatIsObtainedForEachCall_leavesNone() {
    World world = World.of(3, 2, 2, World.workload(1, 20, 0, 2_000));
    assertEquals(0, outliving(world, List.of(CacheKey.CALL), 1).user().accesses());
  }

  private record Ends(WorkloadCost.Outliving user, WorkloadCost.Outliving agent) {}

  private static Ends outliving(World world, List<CacheKey> cachedBy, long seed) {
    WorkloadSimulation simulation = world.simulation(cachedBy, World.INSTANT, seed);
    double seconds = simulation.run().seconds();
    return new Ends(simulation.users().outliving(seconds), simulation.agents().outliving(seconds));
  }

  /**
   * The mean of what is left of the youngest of n: none is younger than x with (1 - rx/(1+rT))^n.
   */
  private static double meanOfLast(int n, double rate, double lifetime) {
    double share = rate / (1 + rate * lifetime);
    double none = Math.pow(1 - share * lifetime, n + 1.0);
    // The integral over x from 0 to T of 1 - (1 - share x)^n.
    return lifetime - (1 - none) / (share * (n + 1));
  }

  @Test
  void sameSeed_givesTheSame() {
    World world = World.of(20, 3, 4, World.workload(50, 30, 1, 20_000));
    assertEquals(
        run(world, OF_BOTH, 7, 0.001).latencyMillis()[19_999],
        run(world, OF_BOTH, 7, 0.001).latencyMillis()[19_999]);
    assertEquals(run(world, OF_BOTH, 7).missRate(), run(world, OF_BOTH, 7).missRate());
    assertNotEquals(
        run(world, OF_BOTH, 7).missesPerSecond(), run(world, OF_BOTH, 8).missesPerSecond());
  }

  @Test
  void sameSeed_givesTheSameCallsUnderEveryKey() {
    World world = World.of(20, 3, 4, World.workload(50, 30, 1, 20_000));
    double seconds = seconds(run(world, OF_BOTH, 7), 20_000);
    assertEquals(seconds, seconds(run(world, OF_AGENT, 7), 20_000), 1e-9 * seconds);
  }

  private static double seconds(Observations seen, int accesses) {
    return seen.missRate() * accesses / seen.missesPerSecond();
  }

  @Test
  void loadBeyondTheServers_keepsThemBusyAndCallsWaiting() {
    World world = crowd(1_000, 2);
    Observations seen = run(world, OF_BOTH, 1, 0.01);
    assertTrue(seen.utilisation(2) > 1, () -> "utilisation " + seen.utilisation(2));
    assertTrue(seen.latencyPercentile(99) > 1, () -> "p99 " + seen.latencyPercentile(99));
  }

  private static World crowd(double rate, int servers) {
    return new World(
        200_000,
        List.of(List.of("agent")),
        List.of(1),
        1,
        new Workload(rate, 0, 0, 0, Duration.ofSeconds(1), Duration.ZERO, servers, 100_000));
  }

  private static Workload roundTrip(Workload workload, long seconds) {
    return new Workload(
        workload.accessesPerSecond(),
        workload.userPopularity(),
        workload.agentPopularity(),
        workload.resourcePopularity(),
        workload.tokenLifetime(),
        Duration.ofSeconds(seconds),
        workload.tokenServiceServers(),
        workload.accesses());
  }

  private static Observations run(World world, List<CacheKey> cachedBy, long seed) {
    return world.simulation(cachedBy, World.INSTANT, seed).run();
  }

  private static Observations run(World world, List<CacheKey> cachedBy, long seed, double service) {
    return world.simulation(cachedBy, new Obtaining(1, 1, service), seed).run();
  }
}
