package dev.onbehalf.authz;

/** The names of the attributes that evidence speaks of. */
public final class Attributes {
  /** The user on whose behalf the call is made. */
  public static final String USER = "user";

  /** The agent that presents the credential, or {@link #DIRECTLY}. */
  public static final String AGENT = "agent";

  /** The agents before the presenter, first to last. */
  public static final String PRIOR_AGENTS = "prior-agents";

  /** The value of {@link #AGENT} when the user calls in person; no agent can bear this name. */
  public static final String DIRECTLY = "directly";

  private Attributes() {}
}
