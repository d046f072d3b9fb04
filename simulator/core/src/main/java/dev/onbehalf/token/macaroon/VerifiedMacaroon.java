package dev.onbehalf.token.macaroon;

import dev.onbehalf.token.access.VerifiedCredential;
import java.util.List;

/** What a macaroon says that passed every check; made by {@link MacaroonVerifier} only. */
public final class VerifiedMacaroon implements VerifiedCredential {
  private final String user;
  private final List<String> agents;

  VerifiedMacaroon(String user, List<String> agents) {
    this.user = user;
    this.agents = List.copyOf(agents);
  }

  /** The user for whom the resource minted it. */
  public String user() {
    return user;
  }

  /**
   * The agents that its caveats name, in their order. The first was named by the user's side; each
   * later one by somebody who held the macaroon, one of the agents before.
   */
  public List<String> agents() {
    return agents;
  }
}
