package dev.onbehalf.products.draft;

import java.util.Collection;
import java.util.List;

/**
 * The paths of which a sentence speaks.
 *
 * @param agents any one of them, or all in this order
 */
public record Way(Kind kind, List<String> agents) {
  /** The forms of a path. */
  public enum Kind {
    EVERY,
    DIRECTLY,
    ANY_AGENT,
    ONE_OF,
    CHAIN
  }

  public Way {
    agents = List.copyOf(agents);
  }

  /** Directly, and through every agent. */
  public static Way every() {
    return new Way(Kind.EVERY, List.of());
  }

  /** In person. */
  public static Way directly() {
    return new Way(Kind.DIRECTLY, List.of());
  }

  /** Through any agent. */
  public static Way anyAgent() {
    return new Way(Kind.ANY_AGENT, List.of());
  }

  /** Through one of the agents. */
  public static Way via(Collection<String> agents) {
    return new Way(Kind.ONE_OF, List.copyOf(agents));
  }

  /** The path of these agents in their order; directly if there is none. */
  public static Way of(List<String> path) {
    if (path.isEmpty()) {
      return directly();
    }
    return path.size() == 1 ? via(path) : new Way(Kind.CHAIN, path);
  }
}
