package dev.onbehalf.simulation.workload;

import dev.onbehalf.strategy.CacheKey;
import java.util.List;

/** What calls share a credential: those that agree in everything that it depends on. */
final class CredentialKeys {
  private final Traffic callers;
  private final double accessesPerSecond;
  private final boolean byUser;
  private final boolean byPath;
  private final boolean byPresenter;
  private final boolean byResource;
  private final boolean byAction;
  private final boolean byContext;
  private final boolean byCall;
  private final int mostVariants;

  CredentialKeys(Traffic callers, double accessesPerSecond, List<CacheKey> cachedBy) {
    this.callers = callers;
    this.accessesPerSecond = accessesPerSecond;
    byUser = cachedBy.contains(CacheKey.USER);
    byPath = cachedBy.contains(CacheKey.PATH);
    // Who presents is part of the path.
    byPresenter = !byPath && cachedBy.contains(CacheKey.AGENT);
    byAction = cachedBy.contains(CacheKey.ACTION);
    // An action is one of a resource.
    byResource = byAction || cachedBy.contains(CacheKey.RESOURCE);
    byContext = cachedBy.contains(CacheKey.CONTEXT);
    byCall = cachedBy.contains(CacheKey.CALL);
    mostVariants = mostVariants();
  }

  /** The credential of a call as a number, 0 or more; meaningless for one of a single call. */
  long key(CallBlock calls, int call) {
    long key = byUser ? calls.user(call) : 0;
    if (byPath) {
      key = key * callers.paths().members() + calls.path(call);
    } else if (byPresenter) {
      key = key * callers.presenters() + callers.presenter(calls.path(call));
    }
    if (byResource) {
      key = key * callers.resources().members() + calls.resource(call);
    }
    return mostVariants == 1 ? key : key * mostVariants + variant(calls, call);
  }

  /** How many calls a second share the credential of a call. */
  double rate(CallBlock calls, int call) {
    if (byCall) {
      return 0;
    }
    double share = byUser ? callers.users().probability(calls.user(call)) : 1;
    if (byPath) {
      share *= callers.paths().probability(calls.path(call));
    } else if (byPresenter) {
      share *= callers.presenterProbability(callers.presenter(calls.path(call)));
    }
    if (byResource) {
      share *= callers.resources().probability(calls.resource(call));
    }
    return accessesPerSecond * share / variants(calls.resource(call));
  }

  /** Whether a credential is one user's alone, so that it ends with the user. */
  boolean dependOnUser() {
    return byUser || byCall;
  }

  /** Whether a credential is one agent's alone, so that it ends with the agent. */
  boolean dependOnAgent() {
    return byPath || byPresenter || byCall;
  }

  /** Whether a credential is good for one call, and never kept for another. */
  boolean areOfOneCall() {
    return byCall;
  }

  private int variant(CallBlock calls, int call) {
    return calls.oneOf(variants(calls.resource(call)), call);
  }

  /** How many credentials to the resource differ in action and context alone. */
  private int variants(int resource) {
    long variants = byAction ? callers.actions(resource) : 1;
    return (int) Math.min(Integer.MAX_VALUE, variants * (byContext ? callers.contexts() : 1));
  }

  private int mostVariants() {
    int most = 1;
    for (int resource = 0; resource < callers.resources().members(); resource++) {
      most = Math.max(most, variants(resource));
    }
    return most;
  }
}
