package dev.onbehalf.token.workload;

import dev.onbehalf.token.access.VerifiedCredential;

/** The agent that proved a call to be its own; made by {@link WorkloadVerifier} only. */
public final class VerifiedWorkload implements VerifiedCredential {
  private final String agent;

  VerifiedWorkload(String agent) {
    this.agent = agent;
  }

  /** The agent that the workload identity token names. */
  public String agent() {
    return agent;
  }
}
