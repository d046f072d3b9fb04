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

  private Axis(List<List<T>> classes) {
    this.classes = classes;
    for (int i = 0; i < classes.size(); i++) {
      for (T member : classes.get(i)) {
        classOf.put(member, i);
      }
    }
  }

  /** Puts members with equal signatures into one class, in the order of their first members. */
  static <T> Axis<T> of(List<T> members, Function<T, Object> signature) {
    Map<Object, List<T>> bySignature = new LinkedHashMap<>();
    for (T member : members) {
      bySignature.computeIfAbsent(signature.apply(member), any -> new ArrayList<>()).add(member);
    }
    return new Axis<>(List.copyOf(bySignature.values()));
  }

  int size() {
    return classes.size();
  }

  /** The first member of the class in the order of the file. */
  public T representative(int index) {
    return classes.get(index).get(0);
  }

  public List<T> members(int index) {
    return classes.get(index);
  }

  int weight(int index) {
    return classes.get(index).size();
  }

  int classOf(T member) {
    return classOf.getOrDefault(member, -1);
  }
}
