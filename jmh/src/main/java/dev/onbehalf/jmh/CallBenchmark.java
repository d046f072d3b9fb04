package dev.onbehalf.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** What the steps of one call through one agent cost. */
public class CallBenchmark {
  /** The agent gets what it presents. */
  @Benchmark
  public void obtain(CallState call, Metrics metrics, Blackhole sink) throws Exception {
    metrics.run(call.duels().obtain(), sink);
  }

  /** The resource server checks what is presented. */
  @Benchmark
  public void verify(CallState call, Metrics metrics, Blackhole sink) throws Exception {
    metrics.run(call.duels().verify(), sink);
  }

  /** The policy engine decides. */
  @Benchmark
  public void decide(CallState call, Metrics metrics, Blackhole sink) throws Exception {
    metrics.run(call.duels().decide(), sink);
  }

  /** All three. */
  @Benchmark
  public void access(CallState call, Metrics metrics, Blackhole sink) throws Exception {
    metrics.run(call.duels().access(), sink);
  }
}
