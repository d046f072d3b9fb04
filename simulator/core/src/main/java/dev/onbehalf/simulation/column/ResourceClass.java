package dev.onbehalf.simulation.column;

import java.util.List;
import java.util.stream.Stream;

/**
 * Some resources: the same clauses speak of each action on any of them.
 *
 * @param first the positions of the first of them, a few at most
 * @param targets the positions of the classes of their actions
 */
public record ResourceClass(List<Integer> first, long size, List<Integer> targets) {
  static final int MOST_NAMED = 4;

  public ResourceClass {
    first = first.stream().sorted().limit(MOST_NAMED).toList();
    targets = List.copyOf(targets);
  }

  /** These and others. */
  public ResourceClass and(ResourceClass others) {
    return new ResourceClass(
        Stream.concat(first.stream(), others.first.stream()).toList(), size + others.size, targets);
  }
}
