package dev.onbehalf.token.workload;

import dev.onbehalf.token.access.VerifiedCredential;
import java.util.List;

/** The agents that handed a call on, each by its own signature; {@link ChainVerifier} makes it. */
public final class VerifiedChain implements VerifiedCredential {
  private final List<String> agents;

  VerifiedChain(List<String> agents) {
    this.agents = List.copyOf(agents);
  }

  /** The agents, from the first to the one that presents the token. */
  public List<String> agents() {
    return agents;
  }
}
