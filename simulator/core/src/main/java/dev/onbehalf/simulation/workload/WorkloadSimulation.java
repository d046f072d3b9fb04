package dev.onbehalf.simulation.workload;

import dev.onbehalf.scenario.Workload;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Plays calls against a cache of credentials on a virtual clock; who misses goes to the token
 * service. Calls for a credential that is on its way wait for it and cause no second one.
 *
 * <p>A credential that is called for the first time is as old as a random moment finds it, so that
 * there is no cold start: without waiting times, the cache is stationary from the first call on.
 */
final class WorkloadSimulation {
  /** The most calls before the measured ones; longer lives of tokens aren't waited for. */
  private static final int MOST_WARM_UP = 2_000_000;

  /** One call in so many is a moment of revocation: those close together see the same. */
  private static final int REVOCATION_EVERY = 16;

  private final Workload workload;
  private final Calls calls;
  private final Obtaining obtaining;
  private final DoubleSupplier serviceSeconds;
  private final double lifetime;
  private final double halfTrips;
  private final RandomGenerator ages;
  private final CredentialCache cache = new CredentialCache();
  private final TokenServiceQueue tokenService;
  private final Residuals users;
  private final Residuals agents;
  private long misses;

  /**
   * A simulation to run once.
   *
   * @param blocks the calls from the first on
   * @param serviceSeconds how long the token service works on each credential, in seconds
   */
  WorkloadSimulation(
      Workload workload,
      Traffic callers,
      CallBlocks blocks,
      CredentialKeys keys,
      Obtaining obtaining,
      DoubleSupplier serviceSeconds,
      long seed) {
    this.workload = workload;
    this.obtaining = obtaining;
    this.serviceSeconds = serviceSeconds;
    calls = new Calls(callers, blocks, keys, cache);
    ages = new MersenneTwister(~seed);
    lifetime = workload.tokenLifetime().toNanos() / 1e9;
    halfTrips = obtaining.roundTrips() * (workload.roundTrip().toNanos() / 1e9) / 2;
    tokenService = new TokenServiceQueue(workload.tokenServiceServers());
    int revocations = workload.accesses() / REVOCATION_EVERY + 1;
    users = new Residuals(callers.users().members(), lifetime, revocations);
    agents = new Residuals(callers.presenters(), lifetime, revocations);
  }

  /** Plays the workload's calls, after as many as it takes for every token to be one of ours. */
  Observations run() {
    boolean warm = warmUp();
    double start = calls.seconds();
    double workBefore = tokenService.work();
    double liveBefore = cache.liveSeconds(start);
    misses = 0;
    double[] latencies = play(workload.accesses());
    double end = calls.seconds();
    // Where tokens live too long to be waited for, the cache doesn't know all of them.
    double boundary = warm ? liveBefore - cache.liveSeconds(end) : 0;
    return new Observations(
        latencies,
        misses,
        end - start,
        tokenService.work() - workBefore,
        misses * lifetime + boundary);
  }

  private boolean warmUp() {
    for (int i = 0; i < MOST_WARM_UP && calls.seconds() < lifetime; i++) {
      calls.next();
      addedLatency();
    }
    return calls.seconds() >= lifetime;
  }

  private double[] play(int accesses) {
    double[] latencies = new double[accesses];
    for (int i = 0; i < accesses; i++) {
      calls.next();
      observeRevocation(i);
      latencies[i] = addedLatency();
      observeAge();
    }
    return latencies;
  }

  /** What is obtained for one call, or is on its way, is as old as the call. */
  private void observeAge() {
    double age =
        calls.haveTheirOwn()
            ? 0
            : Math.max(0, calls.seconds() - (cache.expiry(calls.slot()) - lifetime));
    users.called(calls.user(), age);
    agents.called(calls.presenter(), age);
  }

  /** How long calls succeed after the revocation of a user. */
  Residuals users() {
    return users;
  }

  /** How long calls succeed after the revocation of an agent. */
  Residuals agents() {
    return agents;
  }

  private void observeRevocation(int call) {
    if (call % REVOCATION_EVERY == 0) {
      users.observe(calls.user(), calls.seconds());
      agents.observe(calls.presenter(), calls.seconds());
    }
  }

  /** Lets the call get its credential; how long it waits for it, in seconds. */
  private double addedLatency() {
    double now = calls.seconds();
    if (calls.haveTheirOwn()) {
      misses++;
      return mint(now) + halfTrips - now;
    }
    int slot = calls.slot();
    if (cache.isNew(slot)) {
      age(slot);
    }
    if (now < cache.expiry(slot)) {
      return Math.max(0, cache.expiry(slot) - lifetime + halfTrips - now);
    }
    return obtain(slot, now);
  }

  /**
   * Gives a credential the state of a random moment: at a rate r of calls, it is valid for a share
   * of rT / (1 + rT) of the time, and then its remaining life is anything from 0 to T.
   */
  private void age(int slot) {
    double load = calls.rate() * lifetime;
    double remaining = lifetime * (1 - ages.nextDouble() * (1 + load) / load);
    cache.keep(slot, remaining);
    if (remaining > 0) {
      minted(remaining - lifetime);
    }
  }

  private double obtain(int slot, double now) {
    misses++;
    double minted = mint(now);
    cache.keep(slot, minted + lifetime);
    minted(minted);
    return minted + halfTrips - now;
  }

  /** When the credential is minted that is asked for now. */
  private double mint(double now) {
    double service = serviceSeconds.getAsDouble();
    return obtaining.roundTrips() == 0
        ? now + service
        : tokenService.serve(now + halfTrips, service);
  }

  private void minted(double seconds) {
    users.minted(calls.user(), seconds);
    agents.minted(calls.presenter(), seconds);
  }
}
