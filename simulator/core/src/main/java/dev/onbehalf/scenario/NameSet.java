package dev.onbehalf.scenario;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;

/** Some names of a list, known by their numbers in it. */
public final class NameSet extends AbstractSet<String> {
  private final NameList names;
  private final IndexSet numbers;

  public NameSet(NameList names, IndexSet numbers) {
    this.names = names;
    this.numbers = numbers;
  }

  /** The names, held by their numbers if they are already. */
  public static Set<String> copyOf(Set<String> names) {
    return names instanceof NameSet ? names : Set.copyOf(names);
  }

  /** The positions of the names in the list. */
  public IndexSet numbers() {
    return numbers;
  }

  @Override
  public boolean contains(Object name) {
    int number = names.indexOf(name);
    return number >= 0 && numbers.contains(number);
  }

  @Override
  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  @Override
  public int size() {
    return numbers.size();
  }

  @Override
  public Iterator<String> iterator() {
    return numbers.stream().mapToObj(names::get).iterator();
  }
}
