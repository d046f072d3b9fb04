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

  /** The credential of the call as a number, 0 or more. */
  long key(AccessStream call) {
    long key = byUser ? call.user() : 0;
    if (byPath) {
      key = key * callers.paths().members() + call.path();
    } else if (byPresenter) {
      key = key * callers.presenters() + call.presenter();
    }
    return byResource ? key * callers.resources().members() + call.resource() : key;
  }

  /** How many calls a second share the credential of the call. */
  double rate(AccessStream call) {
    double share = byUser ? callers.users().probability(call.user()) : 1;
    if (byPath) {
      share *= callers.paths().probability(call.path());
    } else if (byPresenter) {
      share *= callers.presenterProbability(call.presenter());
    }
    return accessesPerSecond
        * (byResource ? share * callers.resources().probability(call.resource()) : share);
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
