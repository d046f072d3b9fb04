package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.jmh.Measurement;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.Plan;
import dev.onbehalf.scenario.Circumstances;
import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.KnownStrategies;
import dev.onbehalf.scenario.Position;
import dev.onbehalf.scenario.Problem;
import dev.onbehalf.scenario.Requirements;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Workload;
import dev.onbehalf.simulation.result.Accounts;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.OnBehalfOf;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.ScenarioFacts;
import dev.onbehalf.simulation.result.SimulationResult.Verdict;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An engine without an engine: what the command line does is seen apart from what it calls. */
public final class Fakes {
  /** The strategies of the fake engine. */
  static final List<CredentialStrategy> STRATEGIES =
      List.of(new Named("token-exchange"), new Named("service-account"));

  private Fakes() {}

  /** An engine that finds everything as expected. */
  public static Engine agreeable() {
    return engine((scenario, source, strategies, settings, progress) -> result(scenario, source));
  }

  /** An engine whose run of a scenario called {@code bad} throws, and of others is as expected. */
  static Engine throwing(Supplier<Throwable> failure) {
    return engine(
        (scenario, source, strategies, settings, progress) -> {
          if (scenario.name().equals("bad")) {
            throw Fakes.<RuntimeException>unchecked(failure.get());
          }
          return result(scenario, source);
        });
  }

  /** An engine that simulates so. */
  public static Engine engine(Engine.Simulation simulation) {
    return new Engine(Fakes::read, simulation, Fakes::measure, () -> STRATEGIES);
  }

  /** An engine whose measuring process dies. */
  static Engine withoutMeasurement() {
    Engine engine = agreeable();
    return new Engine(
        engine.reader(),
        engine.simulation(),
        (strategies, plan, progress) -> {
          throw new MeasurementException("measuring `obtain token-exchange` failed");
        },
        engine.plugIns());
  }

  /** The engine with other strategies. */
  static Engine with(Supplier<List<CredentialStrategy>> plugIns) {
    Engine engine = agreeable();
    return new Engine(engine.reader(), engine.simulation(), engine.measuring(), plugIns);
  }

  private static Measurement measure(List<String> strategies, Plan plan, Progress progress) {
    return new Measurement(new TreeMap<>(), "[]");
  }

  /** A result that holds unless the scenario is called {@code unexpected}. */
  static SimulationResult result(Scenario scenario, ScenarioSource source) {
    boolean held = !scenario.name().equals("unexpected");
    return new SimulationResult(
        SimulationResult.FORMAT_VERSION,
        new ScenarioFacts(
            scenario.name(),
            Optional.empty(),
            source.file(),
            source.sha256(),
            2,
            1,
            1,
            0,
            8,
            List.of(),
            List.of(),
            Map.of(),
            0),
        List.of(),
        new Verdict(
            Optional.empty(),
            Need.NONE,
            OnBehalfOf.NOT_REQUIRED,
            Optional.empty(),
            "use nothing",
            List.of(),
            List.of()),
        List.of(),
        new Accounts(0, 0, 0),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(new ExpectationResult("recommended", "none", "token-exchange", 3, 5, held)));
  }

  /** Reads files of words: {@code ok NAME} or {@code problem}. */
  private static Scenario read(String file, byte[] bytes, KnownStrategies strategies)
      throws InvalidScenarioException {
    String[] words = new String(bytes, UTF_8).strip().split(" ", -1);
    if (words[0].equals("problem")) {
      Position position = new Position(1, 1);
      throw new InvalidScenarioException(
          file,
          List.of(
              new Problem(position, "expected better", "problem\n^^^^^^^"),
              new Problem(position, "expected more", "")));
    }
    return scenario(words[1]);
  }

  private static Scenario scenario(String name) {
    return new Scenario(
        name,
        Optional.empty(),
        List.of("alice", "bob"),
        Map.of(),
        List.of("agent"),
        List.of(),
        List.of(),
        List.of(new Resource("document", List.of("read", "edit"))),
        List.of(),
        DefaultEffect.DENY,
        Circumstances.NONE,
        Requirements.NONE,
        List.of(),
        Workload.DEFAULT,
        Optional.empty());
  }

  /** Errors, too, have to get out of a lambda. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable failure) throws E {
    throw (E) failure;
  }

  /** A strategy that is never asked for more than its name and what it proves. */
  record Named(String name) implements CredentialStrategy {

    @Override
    public About about() {
      return About.named(name, "the agent is never asked")
          .specifiedBy("RFC 0")
          .proving(Proof.atResource(List.of("user"), List.of()));
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return Evidence.none();
    }
  }
}
