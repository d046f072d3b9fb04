package dev.onbehalf.products.draft;

import dev.onbehalf.scenario.Effect;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one policy of a source says, in the source's names.
 *
 * @param when attributes and the values of which each must have one
 * @param origin where it comes from, for a comment
 */
public record Rule(
    Effect effect,
    Who who,
    List<String> actions,
    List<String> resources,
    Way way,
    SortedMap<String, List<String>> when,
    String origin) {
  public Rule {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    when = Collections.unmodifiableSortedMap(new TreeMap<>(when));
  }

  /** The same on other paths. */
  public Rule on(Way other) {
    return new Rule(effect, who, actions, resources, other, when, origin);
  }

  /** How many names it has. */
  int size() {
    return who.names().size() + actions.size() + resources.size() + way.agents().size();
  }

  /** Whether it speaks of nothing at all. */
  boolean isEmpty() {
    return actions.isEmpty()
        || resources.isEmpty()
        || (who.kind() == Who.Kind.NAMED && who.names().isEmpty())
        || (way.kind() == Way.Kind.ONE_OF && way.agents().isEmpty())
        || when.values().stream().anyMatch(List::isEmpty);
  }
}
