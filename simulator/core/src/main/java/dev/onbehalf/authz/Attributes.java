package dev.onbehalf.authz;

import java.util.List;

/** The names of the attributes that evidence speaks of. */
public final class Attributes {
  /** The user on whose behalf the call is made. */
  public static final String USER = "user";

  /** The agent that presents the credential, or {@link #DIRECTLY}. */
  public static final String AGENT = "agent";

  /** The agents before the presenter, first to last, or {@link #NOBODY}. */
  public static final String PRIOR_AGENTS = "prior-agents";

  /** The agent that asked for the credential, which needn't be the one that presents it. */
  public static final String REQUESTER = "requester";

  /** In a proof: every attribute of the scenario's context, each by its {@link #context} name. */
  public static final String CONTEXT = "context";

  /** The value of {@link #AGENT} when the user calls in person; no agent can bear this name. */
  public static final String DIRECTLY = "directly";

  /** The value of {@link #PRIOR_AGENTS} when there are none; no agent can bear this name. */
  public static final String NOBODY = "(nobody)";

  private Attributes() {}

  /** The name under which evidence holds an attribute of the scenario's context. */
  public static String context(String name) {
    return CONTEXT + "." + name;
  }

  /** The value of {@link #PRIOR_AGENTS} on the path, as policies write it. */
  public static String priorAgents(List<String> path) {
    return path.size() < 2 ? NOBODY : String.join(" then ", path.subList(0, path.size() - 1));
  }
}
