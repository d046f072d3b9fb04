package dev.onbehalf.simulation;

import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.simulation.verdict.Contender;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.GuardedStrategy;
import java.util.Optional;
import java.util.function.Supplier;

/** What became of one strategy in a run: a result, or a failure that leaves the others theirs. */
record Attempt(
    CredentialStrategy strategy,
    Optional<Foretold> foretold,
    Optional<StrategyFailedException> failure) {
  /**
   * Runs the strategy.
   *
   * @throws DisagreementException when live run and exact score disagree on a strategy of ours
   */
  static Attempt of(CredentialStrategy strategy, Supplier<Foretold> run) {
    try {
      return new Attempt(strategy, Optional.of(run.get()), Optional.empty());
    } catch (StrategyFailedException e) {
      return failed(strategy, e);
    } catch (ScenarioTooLargeException e) {
      throw e;
    } catch (RuntimeException e) {
      // The simulator is tested on the strategies of ours, so a plug-in is to blame for the rest.
      if (GuardedStrategy.plugIn(strategy).isPresent()) {
        return failed(strategy, StrategyFailedException.inItsRun(strategy.about().name(), e));
      }
      throw e;
    }
  }

  private static Attempt failed(CredentialStrategy strategy, StrategyFailedException failure) {
    return new Attempt(strategy, Optional.empty(), Optional.of(failure));
  }

  /**
   * The same, played with real tokens.
   *
   * @throws DisagreementException when live run and exact score disagree on a strategy of ours
   */
  Attempt played(Progress progress) {
    return foretold.map(one -> of(strategy, () -> one.played(progress))).orElse(this);
  }

  /** What came out, unless it failed. */
  Optional<Contender> contender() {
    return foretold.map(Foretold::contender);
  }

  /** The failure as it stands in results. */
  Optional<FailedStrategy> failed() {
    return failure.map(
        thrown ->
            new FailedStrategy(
                strategy.about().name(), GuardedStrategy.plugIn(strategy), thrown.reason()));
  }
}
