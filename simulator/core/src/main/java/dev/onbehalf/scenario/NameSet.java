package dev.onbehalf.scenario;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.Set;

/** Some names of a list, known by their numbers in it. */
public final class NameSet extends AbstractSet<String> {
  private final NameList names;
  private final IndexSet numbers;

  /** That of a set of the same names, for which all must be written out: 0 as long as unknown. */
  private int hash;

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
    PrimitiveIterator.OfInt each = numbers.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public String next() {
        return names.get(each.nextInt());
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return (other instanceof NameSet set && set.names.equals(names))
        ? numbers.equals(set.numbers)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = super.hashCode();
    }
    return hash;
  }
}
