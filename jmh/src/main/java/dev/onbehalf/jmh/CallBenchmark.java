package dev.onbehalf.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** What the steps of one call through one agent cost, strategy by strategy. */
public class CallBenchmark {
  /** Every step of every strategy. */
  @Benchmark
  public void calls(CallState calls, Blackhole sink) throws Exception {
    calls.round(sink);
  }
}
