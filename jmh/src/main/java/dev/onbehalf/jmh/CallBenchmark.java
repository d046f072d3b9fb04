package dev.onbehalf.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.jmh.Steps.Step;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.live.CallSteps;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.RawOperations;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** What the steps of one call through one agent cost, strategy by strategy. */
@State(Scope.Thread)
public class CallBenchmark {
  // The names are as long as those that costs are counted with, and so are the tokens.
  private static final String SCENARIO =
      """
      scenario: benchmark
      users: [probe-user, another]
      agents: [probe-agent-1]
      resources: [probe-resource]
      policies:
        - probe-user MAY use probe-resource
        - another MAY use probe-resource directly
        - another MAY NOT use probe-resource via probe-agent-1
      """;

  // Tokens must not expire while they are measured.
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  /** The names of the strategies, between commas. */
  @Param("token-exchange")
  public String strategy = "";

  /** Who computes signatures. */
  @Param("JDK")
  public SigningProvider provider = SigningProvider.JDK;

  /** The algorithm of signatures. */
  @Param("ES256")
  public SigningAlgorithm signing = SigningAlgorithm.ES256;

  private Optional<Steps> steps = Optional.empty();

  /** Registers and logs in whoever the calls need. */
  @Setup
  public void setUp() {
    List<Step> all = new ArrayList<>();
    for (String name : Runs.split(strategy)) {
      all.addAll(steps(name, steps(name, provider, signing)));
    }
    steps = Optional.of(Steps.begin(all));
  }

  /** Holds the last results against those of the first calls. */
  @TearDown
  public void validate() throws Exception {
    steps.orElseThrow().validate();
  }

  /** Every step of every strategy. */
  @Benchmark
  public void calls(Blackhole sink) throws Exception {
    steps.orElseThrow().round(sink);
  }

  static CallSteps steps(String strategy, SigningProvider provider, SigningAlgorithm signing) {
    return new CallSteps(
        named(strategy), scenario(), TokenService.seeded(1, signing, provider, CLOCK));
  }

  private static List<Step> steps(String name, CallSteps steps) {
    Optional<RawOperations> raw = steps.rawOperations();
    OperationCounts obtaining = steps.costOfObtaining();
    OperationCounts verifying = steps.costOfVerifying();
    Presentation presentation = steps.obtain();
    List<Visit> evidence = steps.verify(presentation);
    List<Answer> answers = steps.decide(evidence);
    PairedTiming.Check decides = answers::equals;
    PairedTiming obtain =
        new PairedTiming(
            steps::obtain,
            RawWork.of(raw, obtaining),
            obtained -> steps.verify((Presentation) obtained).equals(evidence));
    PairedTiming verify =
        new PairedTiming(
            () -> steps.verify(presentation), RawWork.of(raw, verifying), evidence::equals);
    PairedTiming decide = new PairedTiming(() -> steps.decide(evidence), Optional.empty(), decides);
    PairedTiming access =
        new PairedTiming(steps::access, RawWork.of(raw, obtaining.plus(verifying)), decides);
    return List.of(
        new Step(name, "obtain", obtain),
        new Step(name, "verify", verify),
        new Step(name, "decide", decide),
        new Step(name, "access", access));
  }

  private static CredentialStrategy named(String name) {
    return ServiceLoader.load(CredentialStrategy.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(strategy -> strategy.about().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no strategy is called `" + name + "`"));
  }

  private static Scenario scenario() {
    try {
      return ScenarioReader.read("benchmark.yaml", SCENARIO.getBytes(UTF_8));
    } catch (InvalidScenarioException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Exactly the signatures and verifications of a step, and nothing else. */
  private record RawWork(RawOperations raw, OperationCounts counts) implements Callable<Object> {
    /** The floor of a step with these counts; empty when it signs and verifies nothing. */
    static Optional<Callable<Object>> of(Optional<RawOperations> raw, OperationCounts counts) {
      return counts.signatures() + counts.verifications() == 0
          ? Optional.empty()
          : raw.map(operations -> new RawWork(operations, counts));
    }

    @Override
    public Object call() throws Exception {
      Object result = "";
      for (long i = 0; i < counts.signatures(); i++) {
        result = raw.sign();
      }
      for (long i = 0; i < counts.verifications(); i++) {
        if (!raw.verify()) {
          throw new IllegalStateException("the signature that was just made doesn't hold");
        }
      }
      return result;
    }
  }
}
