package dev.onbehalf.jmh.gate;

import org.openjdk.jmh.infra.Blackhole;

/** Work that takes as long as wanted, to slow a side down on purpose. */
final class Burn {
  private static final long TOKENS = 10_000;
  private static final int WARM_UP = 200;

  private Burn() {}

  /** How many tokens of work last for so many nanoseconds. */
  static long tokens(double nanos) throws Exception {
    Contender burning =
        new Contender(
            Role.BASELINE,
            () -> {
              Blackhole.consumeCPU(TOKENS);
              return "";
            });
    burning.block(WARM_UP);
    burning.restart();
    for (int i = 0; i < WARM_UP; i++) {
      burning.block(1);
    }
    return Math.round(nanos * TOKENS / burning.nanos());
  }
}
