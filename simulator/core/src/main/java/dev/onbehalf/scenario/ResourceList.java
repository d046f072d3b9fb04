package dev.onbehalf.scenario;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Resources whose names are held as ranges; neighbours have the same actions. */
public final class ResourceList extends AbstractList<Resource> implements RandomAccess {
  private final NameList names;

  /** The actions of each resource from the one at the position on. */
  private final TreeMap<Integer, List<String>> actions;

  /**
   * The resources of the names.
   *
   * @param actions those of each resource from the one at the position on, and from 0 on
   */
  public ResourceList(NameList names, NavigableMap<Integer, List<String>> actions) {
    this.names = names;
    this.actions = new TreeMap<>(actions);
  }

  /** The resources, held as ranges if they are already. */
  static List<Resource> copyOf(List<Resource> resources) {
    return resources instanceof ResourceList ? resources : List.copyOf(resources);
  }

  /** How many actions there are on all the resources. */
  static long targets(List<Resource> resources) {
    return resources instanceof ResourceList ranged
        ? ranged.targets()
        : resources.stream().mapToLong(resource -> resource.actions().size()).sum();
  }

  private long targets() {
    long targets = 0;
    for (Map.Entry<Integer, List<String>> run : actions.entrySet()) {
      targets += (long) run.getValue().size() * (end(run.getKey()) - run.getKey());
    }
    return targets;
  }

  private int end(int start) {
    Integer next = actions.higherKey(start);
    return next == null ? size() : next;
  }

  /** The positions from which on resources have the actions of that one, up to the next. */
  public IntStream runs() {
    return actions.keySet().stream().mapToInt(start -> start);
  }

  /** The actions of which some resource has one. */
  public List<String> actions() {
    return actions.values().stream().flatMap(List::stream).distinct().toList();
  }

  /** The names of the resources that have the action. */
  public Set<String> having(String action) {
    IndexSet numbers = IndexSet.span(0, 0);
    for (Map.Entry<Integer, List<String>> run : actions.entrySet()) {
      if (run.getValue().contains(action)) {
        numbers = numbers.or(IndexSet.span(run.getKey(), end(run.getKey())));
      }
    }
    return new NameSet(names, numbers);
  }

  public NameList names() {
    return names;
  }

  @Override
  public Resource get(int index) {
    return new Resource(
        names.get(index), Objects.requireNonNull(actions.floorEntry(index)).getValue());
  }

  @Override
  public int size() {
    return names.size();
  }
}
