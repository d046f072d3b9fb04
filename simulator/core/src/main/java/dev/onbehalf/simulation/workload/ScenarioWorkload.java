package dev.onbehalf.simulation.workload;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Workload;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.strategy.CacheKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workload of one scenario, for any number of strategies: they share its calls, and those whose
 * credentials are cached and obtained alike share the answer. For any number of threads.
 */
public final class ScenarioWorkload {
  /** More calls than that aren't kept for the next strategy but drawn again. */
  private static final int MOST_KEPT = 1_000_000;

  private final Scenario scenario;
  private final Workload workload;
  private final long seed;
  private final Map<Question, WorkloadCost> answers = new ConcurrentHashMap<>();

  /** Who calls, and the calls; drawn when somebody asks. */
  private Optional<KeptCalls> kept = Optional.empty();

  private ScenarioWorkload(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.workload = scenario.workload();
    this.seed = seed;
  }

  /** The workload of the scenario; empty without agents, where nobody calls through one. */
  public static Optional<ScenarioWorkload> of(Scenario scenario, long seed) {
    return scenario.agents().isEmpty()
        ? Optional.empty()
        : Optional.of(new ScenarioWorkload(scenario, seed));
  }

  /**
   * Simulates the workload; the same arguments give the same cost, and the same seed the same calls
   * whatever the strategy.
   *
   * @param cachedBy what a credential depends on
   * @param obtaining what it takes to obtain one, with a nominal or a measured service time
   */
  public WorkloadCost cost(List<CacheKey> cachedBy, Obtaining obtaining) {
    return answers.computeIfAbsent(new Question(cachedBy, obtaining), this::answer);
  }

  private WorkloadCost answer(Question question) {
    KeptCalls calls = kept();
    CredentialKeys keys =
        new CredentialKeys(calls.callers, workload.accessesPerSecond(), question.cachedBy());
    return new WorkloadCosts(
            workload, calls.callers, () -> from(calls), keys, question.obtaining(), seed)
        .simulate();
  }

  private synchronized KeptCalls kept() {
    KeptCalls calls = kept.orElseGet(() -> new KeptCalls(Traffic.of(scenario)));
    kept = Optional.of(calls);
    return calls;
  }

  private CallBlocks from(KeptCalls calls) {
    double lifetime = workload.tokenLifetime().toNanos() / 1e9;
    double expected = workload.accessesPerSecond() * lifetime + workload.accesses();
    return expected <= MOST_KEPT ? calls.fromTheStart() : stream(calls.callers);
  }

  private AccessStream stream(Traffic callers) {
    return new AccessStream(callers, workload.accessesPerSecond(), seed);
  }

  private record Question(List<CacheKey> cachedBy, Obtaining obtaining) {
    Question {
      cachedBy = List.copyOf(cachedBy);
    }
  }

  /** Calls that are drawn once and handed to everyone who asks: the same for every strategy. */
  private final class KeptCalls {
    private final Traffic callers;
    private final AccessStream stream;
    private final List<CallBlock> blocks = new ArrayList<>();

    KeptCalls(Traffic callers) {
      this.callers = callers;
      stream = stream(callers);
    }

    /** All calls from the first on. */
    CallBlocks fromTheStart() {
      return new CallBlocks() {
        private int next;

        @Override
        public CallBlock next() {
          return block(next++);
        }
      };
    }

    private synchronized CallBlock block(int index) {
      while (blocks.size() <= index) {
        blocks.add(stream.next());
      }
      return blocks.get(index);
    }
  }
}
