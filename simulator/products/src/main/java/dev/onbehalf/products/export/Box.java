package dev.onbehalf.products.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Questions with any of some values in each field, the values in a fixed order. */
public record Box(List<Set<String>> values) {
  public Box {
    values =
        values.stream().map(one -> Collections.unmodifiableSet(new LinkedHashSet<>(one))).toList();
  }

  /** Whether the question is one of them. */
  public boolean has(List<String> question) {
    return IntStream.range(0, values.size())
        .allMatch(field -> values.get(field).contains(question.get(field)));
  }

  private Box with(int field, Collection<String> others) {
    List<Set<String>> changed = new ArrayList<>(values);
    changed.set(field, new LinkedHashSet<>(others));
    return new Box(changed);
  }

  /** The same questions in fewer boxes, joined where they differ in one field. */
  static List<Box> joined(List<Box> boxes) {
    List<Box> joined = boxes;
    int fields = boxes.isEmpty() ? 0 : boxes.get(0).values().size();
    for (int field = fields - 1; field >= 0; field--) {
      joined = joined(joined, field);
    }
    return joined;
  }

  private static List<Box> joined(List<Box> boxes, int field) {
    Map<Box, Set<String>> byOthers = new LinkedHashMap<>();
    for (Box box : boxes) {
      byOthers
          .computeIfAbsent(box.with(field, List.of()), any -> new LinkedHashSet<>())
          .addAll(box.values().get(field));
    }
    return byOthers.entrySet().stream()
        .map(entry -> entry.getKey().with(field, entry.getValue()))
        .toList();
  }
}
