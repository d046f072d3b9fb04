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

  private final Workload workload;
  private final Traffic callers;
  private final long seed;
  private final KeptCalls kept;
  private final Map<Question, WorkloadCost> answers = new ConcurrentHashMap<>();

  private ScenarioWorkload(Scenario scenario, long seed) {
    this.workload = scenario.workload();
    this.callers = Traffic.of(scenario);
    this.seed = seed;
    kept = new KeptCalls(stream());
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
    CredentialKeys keys =
        new CredentialKeys(callers, workload.accessesPerSecond(), question.cachedBy());
    return new WorkloadCosts(workload, callers, this::calls, keys, question.obtaining(), seed)
        .simulate();
  }

  private CallBlocks calls() {
    double lifetime = workload.tokenLifetime().toNanos() / 1e9;
    double expected = workload.accessesPerSecond() * lifetime + workload.accesses();
    return expected <= MOST_KEPT ? kept.fromTheStart() : stream();
  }

  private AccessStream stream() {
    return new AccessStream(callers, workload.accessesPerSecond(), seed);
  }

  private record Question(List<CacheKey> cachedBy, Obtaining obtaining) {
    Question {
      cachedBy = List.copyOf(cachedBy);
    }
  }

  /** Calls that are drawn once and handed to everyone who asks: the same for every strategy. */
  private static final class KeptCalls {
    private final AccessStream stream;
    private final List<CallBlock> blocks = new ArrayList<>();

    KeptCalls(AccessStream stream) {
      this.stream = stream;
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
