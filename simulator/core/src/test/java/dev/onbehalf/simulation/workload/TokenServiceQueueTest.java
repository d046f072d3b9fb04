package dev.onbehalf.simulation.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waiting times and utilisation are those of queueing theory. */
final class TokenServiceQueueTest {
  private static final int REPLICATIONS = 20;
  private static final int WARM_UP = 10_000;
  private static final int REQUESTS = 100_000;

  @Test
  void requests_areServedInOrderByTheServerThatIsFreeFirst() {
    TokenServiceQueue queue = new TokenServiceQueue(2);
    assertEquals(10, queue.serve(0, 10));
    assertEquals(4, queue.serve(1, 3));
    assertEquals(7, queue.serve(2, 3));
    assertEquals(12, queue.serve(8, 4));
    assertEquals(13, queue.serve(8, 3));
    assertEquals(23, queue.work());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.3", "1, 0.8", "2, 0.5", "2, 0.9", "5, 0.8", "16, 0.9"})
  void exponentialService_waitsAsErlangCSays(int servers, double load) {
    Interval.of(REPLICATIONS, seed -> meanWait(servers, load, seed, true))
        .assertCovers(ErlangC.meanWait(servers, load), 0.15);
  }

  @ParameterizedTest
  @CsvSource({"0.3", "0.5", "0.8", "0.9"})
  void constantService_waitsAsPollaczekAndKhinchineSay(double load) {
    Interval.of(REPLICATIONS, seed -> meanWait(1, load, seed, false))
        .assertCovers(load / (2 * (1 - load)), 0.1);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.3", "4, 0.7"})
  void utilisation_isTheLoadOfEachServer(int servers, double load) {
    Interval.of(REPLICATIONS, seed -> utilisation(servers, load, seed)).assertCovers(load, 0.01);
  }

  /** The mean wait for a service that takes 1 on average. */
  private static double meanWait(int servers, double load, long seed, boolean exponential) {
    RandomGenerator random = new MersenneTwister(seed);
    ExponentialDistribution gaps = new ExponentialDistribution(random, 1 / (load * servers));
    DoubleSupplier services =
        exponential ? new ExponentialDistribution(random, 1)::sample : () -> 1;
    TokenServiceQueue queue = new TokenServiceQueue(servers);
    double now = 0;
    double waited = 0;
    for (int i = 0; i < WARM_UP + REQUESTS; i++) {
      now += gaps.sample();
      double service = services.getAsDouble();
      double wait = queue.serve(now, service) - now - service;
      waited += i < WARM_UP ? 0 : wait;
    }
    return waited / REQUESTS;
  }

  private static double utilisation(int servers, double load, long seed) {
    RandomGenerator random = new MersenneTwister(seed);
    ExponentialDistribution gaps = new ExponentialDistribution(random, 1 / (load * servers));
    ExponentialDistribution services = new ExponentialDistribution(random, 1);
    TokenServiceQueue queue = new TokenServiceQueue(servers);
    double now = 0;
    for (int i = 0; i < REQUESTS; i++) {
      now += gaps.sample();
      queue.serve(now, services.sample());
    }
    return queue.work() / now / servers;
  }
}
