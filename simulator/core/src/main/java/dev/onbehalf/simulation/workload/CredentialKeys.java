package dev.onbehalf.simulation.workload;

import dev.onbehalf.strategy.CacheKey;
import java.util.List;

/** What calls share a credential: those that agree in everything that it depends on. */
final class CredentialKeys {
  private final Callers callers;
  private final double accessesPerSecond;
  private final boolean byUser;
  private final boolean byPath;
  private final boolean byPresenter;
  private final boolean byResource;

  CredentialKeys(Callers callers, double accessesPerSecond, List<CacheKey> cachedBy) {
    this.callers = callers;
    this.accessesPerSecond = accessesPerSecond;
    byUser = cachedBy.contains(CacheKey.USER);
    byPath = cachedBy.contains(CacheKey.PATH);
    // Who presents is part of the path.
    byPresenter = !byPath && cachedBy.contains(CacheKey.AGENT);
    byResource = cachedBy.contains(CacheKey.RESOURCE);
  }

  /** The credential of a call as a number, 0 or more. */
  long key(CallBlock calls, int call) {
    long key = byUser ? calls.user(call) : 0;
    if (byPath) {
      key = key * callers.paths().members() + calls.path(call);
    } else if (byPresenter) {
      key = key * callers.presenters() + callers.presenter(calls.path(call));
    }
    return byResource ? key * callers.resources().members() + calls.resource(call) : key;
  }

  /** How many calls a second share the credential of a call. */
  double rate(CallBlock calls, int call) {
    double share = byUser ? callers.users().probability(calls.user(call)) : 1;
    if (byPath) {
      share *= callers.paths().probability(calls.path(call));
    } else if (byPresenter) {
      share *= callers.presenterProbability(callers.presenter(calls.path(call)));
    }
    return accessesPerSecond
        * (byResource ? share * callers.resources().probability(calls.resource(call)) : share);
  }

  /** Whether a credential is one user's alone, so that it ends with the user. */
  boolean dependOnUser() {
    return byUser;
  }

  /** Whether a credential is one agent's alone, so that it ends with the agent. */
  boolean dependOnAgent() {
    return byPath || byPresenter;
  }
}
