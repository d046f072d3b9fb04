package dev.onbehalf.evidence;

import java.util.List;
import java.util.stream.IntStream;

/** The names of the attributes that evidence speaks of. */
public final class Attributes {
  /** The user on whose behalf the call is made. */
  public static final String USER = "user";

  /** The agent that presents the credential, or {@link #DIRECTLY}. */
  public static final String AGENT = "agent";

  /** The agent that the user handed the call to, whoever presents it, or {@link #DIRECTLY}. */
  public static final String FIRST_AGENT = "first-agent";

  /** The agents before the presenter, first to last, or {@link #NOBODY}. */
  public static final String PRIOR_AGENTS = "prior-agents";

  /** Whether the user calls in person, {@code true} or {@code false}. */
  public static final String IN_PERSON = "in-person";

  /** The agent that asked for the credential, which needn't be the one that presents it. */
  public static final String REQUESTER = "requester";

  /** In a proof: every attribute of the scenario's context, each by its {@link #context} name. */
  public static final String CONTEXT = "context";

  /**
   * The value of {@link #AGENT} and {@link #FIRST_AGENT} when the user calls in person; no agent
   * can bear this name.
   */
  public static final String DIRECTLY = "directly";

  /** The value of {@link #PRIOR_AGENTS} when there are none; no agent can bear this name. */
  public static final String NOBODY = "(nobody)";

  /** The value of {@link #USER} when an agent works for no user; no user can bear this name. */
  public static final String NO_USER = "nobody";

  private Attributes() {}

  /** The name under which evidence holds an attribute of the scenario's context. */
  public static String context(String name) {
    return CONTEXT + "." + name;
  }

  /** Whether the attribute is one of the scenario's context, or all of them. */
  public static boolean isOfContext(String attribute) {
    return attribute.equals(CONTEXT) || attribute.startsWith(context(""));
  }

  /** Whether the attribute is among those named, the ones of the context all by one name. */
  static boolean include(List<String> names, String attribute) {
    return names.contains(attribute) || (isOfContext(attribute) && names.contains(CONTEXT));
  }

  /** The value of {@link #PRIOR_AGENTS} on the path, as policies write it. */
  public static String priorAgents(List<String> path) {
    List<String> steps = steps(path);
    return steps.size() < 2 ? NOBODY : String.join(" then ", steps.subList(0, steps.size() - 1));
  }

  /** The path without an agent's handing over to itself, which nobody else could witness. */
  public static List<String> steps(List<String> path) {
    return IntStream.range(0, path.size())
        .filter(i -> i == 0 || !path.get(i).equals(path.get(i - 1)))
        .mapToObj(path::get)
        .toList();
  }
}
