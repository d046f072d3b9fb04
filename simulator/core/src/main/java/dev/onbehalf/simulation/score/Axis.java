package dev.onbehalf.simulation.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Members of one kind, those that no policy tells apart put into one class. */
public final class Axis<T> {
  private final List<List<T>> classes;
  private final Map<T, Integer> classOf = new HashMap<>();

  /** Of each class how many members are treated like its own. */
  private final List<Integer> alike;

  private final long[] weights;

  private Axis(List<List<T>> classes, List<Integer> alike, long[] weights) {
    this.classes = classes;
    this.alike = alike;
    this.weights = weights;
    for (int i = 0; i < classes.size(); i++) {
      for (T member : classes.get(i)) {
        classOf.put(member, i);
      }
    }
  }

  /** Puts members with equal signatures into one class, in the order of their first members. */
  static <T> Axis<T> of(List<T> members, Function<T, Object> signature) {
    List<List<T>> classes = grouped(members, signature);
    return new Axis<>(classes, classes.stream().map(List::size).toList(), weights(classes));
  }

  /**
   * Such classes, where the first member of each stands alone: what is true of it among the others
   * is true of every one of them.
   */
  static <T> Axis<T> apart(List<T> members, Function<T, Object> signature) {
    List<List<T>> classes = new ArrayList<>();
    List<Integer> alike = new ArrayList<>();
    for (List<T> group : grouped(members, signature)) {
      classes.add(group.subList(0, 1));
      alike.add(group.size());
      if (group.size() > 1) {
        classes.add(group.subList(1, group.size()));
        alike.add(0);
      }
    }
    return new Axis<>(List.copyOf(classes), List.copyOf(alike), weights(classes));
  }

  /** One class for each of the members, which stands for so many others as well. */
  public static <T> Axis<T> weighted(List<T> members, long[] weights) {
    return new Axis<>(
        members.stream().map(List::of).toList(), members.stream().map(any -> 1).toList(), weights);
  }

  private static <T> long[] weights(List<List<T>> classes) {
    return classes.stream().mapToLong(List::size).toArray();
  }

  private static <T> List<List<T>> grouped(List<T> members, Function<T, Object> signature) {
    Map<Object, List<T>> bySignature = new LinkedHashMap<>();
    for (T member : members) {
      bySignature.computeIfAbsent(signature.apply(member), any -> new ArrayList<>()).add(member);
    }
    return List.copyOf(bySignature.values());
  }

  public int size() {
    return classes.size();
  }

  /** The first member of the class in the order of the file. */
  public T representative(int index) {
    return classes.get(index).get(0);
  }

  public List<T> members(int index) {
    return classes.get(index);
  }

  long weight(int index) {
    return weights[index];
  }

  /** For how many members the class speaks; none where another class speaks for its own. */
  public int alike(int index) {
    return alike.get(index);
  }

  /** The class that the member stands for; -1 when it stands for none. */
  int indexOf(T member) {
    int index = classOf(member);
    return index >= 0 && representative(index).equals(member) ? index : -1;
  }

  int classOf(T member) {
    return classOf.getOrDefault(member, -1);
  }
}
