package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Situation;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.GuardedStrategy;
import dev.onbehalf.token.LoginRequiredException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Has the exceptions of a strategy bear its name, so that they aren't taken for our own. */
public record NamingGuard(String strategy) implements GuardedStrategy.Guard {
  /** The strategy, guarded. */
  public static CredentialStrategy of(CredentialStrategy strategy) {
    return of(strategy, strategy.about());
  }

  /** The strategy, guarded, with the proof that it gives in the contexts. */
  public static CredentialStrategy of(CredentialStrategy strategy, Contexts contexts) {
    About about = strategy.about();
    return of(strategy, about.proving(Situation.proof(about.proof(), contexts)));
  }

  /** The strategy, guarded, of which more is known than it says. */
  static CredentialStrategy of(CredentialStrategy strategy, About about) {
    return new GuardedStrategy(about, strategy, Optional.empty(), new NamingGuard(about.name()));
  }

  @Override
  public <T> T call(String method, Supplier<T> call) {
    try {
      return Objects.requireNonNull(call.get(), "expected a value, but found null");
    } catch (StrategyFailedException | LoginRequiredException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw new StrategyFailedException(strategy, e);
    }
  }
}
