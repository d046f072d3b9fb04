package dev.onbehalf.jmh.gate;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.jmh.Measurement;
import dev.onbehalf.jmh.Mode;
import dev.onbehalf.jmh.Plan;
import dev.onbehalf.simulation.live.CallSteps;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * The door through which the gate enters a build. A gate of another version looks it up by name, so
 * names stay, and nothing but types of Java passes.
 */
public final class DuetSide {
  // Signatures by the runtime: a second copy of a native library may not load.
  private static final Plan PLAN =
      new Plan(Mode.QUICK, SigningProvider.JDK, SigningAlgorithm.ES256);

  private DuetSide() {}

  /** What the counts are called. */
  public static List<String> counted() {
    return List.of("signatures", "verifications", "roundTrips", "tokenBytes");
  }

  /** The version of what is measured; numbers of different versions can't be compared. */
  public static int protocol() {
    return 1;
  }

  /** The names of the strategies that the build has. */
  public static List<String> strategies() {
    return ServiceLoader.load(CredentialStrategy.class).stream()
        .map(provider -> provider.get().about().name())
        .toList();
  }

  /**
   * What one call costs that can be counted.
   *
   * @throws Exception when the strategy fails
   */
  public static Map<String, Long> counts(String strategy) throws Exception {
    CallSteps steps = Measurement.steps(strategy, PLAN);
    OperationCounts counts = steps.costOfObtaining().plus(steps.costOfVerifying());
    return new TreeMap<>(
        Map.of(
            "signatures", counts.signatures(),
            "verifications", counts.verifications(),
            "roundTrips", counts.roundTrips(),
            "tokenBytes", steps.tokenBytes()));
  }

  /**
   * One call from obtaining to deciding, to be made again and again; it returns what points decide.
   */
  public static Callable<Object> call(String strategy) {
    CallSteps steps = Measurement.steps(strategy, PLAN);
    return () -> steps.access().stream().map(DuetSide::word).collect(Collectors.joining(" "));
  }

  private static String word(Answer answer) {
    return answer.decision().name();
  }
}
