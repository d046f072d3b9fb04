package dev.onbehalf.simulation.workload;

/**
 * The share of calls that miss a lifetime cache, in closed form: a credential called for at a rate
 * r that lives T seconds is minted once in T + 1/r seconds, so 1 in 1 + rT calls mints it.
 */
final class ExpectedMisses {
  private static final int DRAWS = 20_000;

  private final double[] rates = new double[DRAWS];

  /** Looks at random calls, because there may be far more credentials than anyone could sum up. */
  ExpectedMisses(CredentialKeys keys, CallBlocks blocks) {
    CallBlock block = blocks.next();
    for (int i = 0; i < DRAWS; i++) {
      int call = i % CallBlock.SIZE;
      block = i > 0 && call == 0 ? blocks.next() : block;
      rates[i] = keys.rate(block, call);
    }
  }

  /** The share for tokens of the lifetime, from 0 to 1. */
  double share(double lifetimeSeconds) {
    double sum = 0;
    for (double rate : rates) {
      sum += 1 / (1 + rate * lifetimeSeconds);
    }
    return sum / DRAWS;
  }
}
