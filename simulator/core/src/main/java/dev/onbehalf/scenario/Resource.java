package dev.onbehalf.scenario;

import java.util.List;

/** A resource and its actions, one at least. */
public record Resource(String name, List<String> actions) {
  /** The one action of a resource that lists none. */
  public static final String ONLY_ACTION = "use";

  public Resource {
    actions = List.copyOf(actions);
  }
}
