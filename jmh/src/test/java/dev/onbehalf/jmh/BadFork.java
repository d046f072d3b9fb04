package dev.onbehalf.jmh;

import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A benchmark whose process comes to a bad end. */
@State(Scope.Thread)
public class BadFork {
  /** How it ends. */
  @Param("throws")
  public String strategy = "";

  /** Not used. */
  @Param("JDK")
  public SigningProvider provider = SigningProvider.JDK;

  /** Not used. */
  @Param("ES256")
  public SigningAlgorithm signing = SigningAlgorithm.ES256;

  /** Ends badly. */
  @Benchmark
  public void run() throws InterruptedException {
    switch (strategy) {
      case "dies" -> Runtime.getRuntime().halt(3);
      case "hangs" -> Thread.sleep(600_000);
      default -> throw new IllegalStateException("no token");
    }
  }
}
