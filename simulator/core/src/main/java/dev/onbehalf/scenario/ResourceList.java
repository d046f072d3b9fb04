package dev.onbehalf.scenario;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.TreeMap;

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
  public ResourceList(NameList names, TreeMap<Integer, List<String>> actions) {
    this.names = names;
    this.actions = new TreeMap<>(actions);
  }

  /** The resources, held as ranges if they are already. */
  static List<Resource> copyOf(List<Resource> resources) {
    return resources instanceof ResourceList ? resources : List.copyOf(resources);
  }

  public NameList names() {
    return names;
  }

  @Override
  public Resource get(int index) {
    return new Resource(names.get(index), actions.floorEntry(index).getValue());
  }

  @Override
  public int size() {
    return names.size();
  }
}
