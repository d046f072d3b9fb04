package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.yaml.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which groups hold which, in as many steps as there are members: a file may nest them deeply. */
final class GroupNesting {
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final List<Group> innermostFirst = new ArrayList<>();

  GroupNesting(List<Group> groups) {
    groups.forEach(group -> this.groups.put(group.name().text(), group));
    open.addAll(this.groups.keySet());
    sort();
  }

  /** A group and the members that it lists, groups among them. */
  record Group(Word name, List<Word> members) {}

  /** Every group after those that it holds; none that holds itself, or one that does. */
  List<Group> innermostFirst() {
    return innermostFirst;
  }

  private void sort() {
    Map<String, Integer> missing = new HashMap<>();
    Map<String, List<Group>> holders = new HashMap<>();
    Deque<Group> ready = new ArrayDeque<>();
    for (Group group : groups.values()) {
      List<Word> inner = group.members().stream().filter(this::isOpen).toList();
      inner.forEach(one -> holders.computeIfAbsent(one.text(), h -> new ArrayList<>()).add(group));
      missing.put(group.name().text(), inner.size());
      if (inner.isEmpty()) {
        ready.add(group);
      }
    }
    while (!ready.isEmpty()) {
      Group group = ready.remove();
      innermostFirst.add(group);
      holders.getOrDefault(group.name().text(), List.of()).stream()
          .filter(holder -> missing.merge(holder.name().text(), -1, Integer::sum) == 0)
          .forEach(ready::add);
    }
    innermostFirst.forEach(group -> open.remove(group.name().text()));
  }

  private boolean isOpen(Word name) {
    return open.contains(name.text());
  }

  /** Groups that hold themselves: the members that lead from one back to it, which is the last. */
  List<List<Word>> cycles() {
    List<List<Word>> cycles = new ArrayList<>();
    Map<String, String> metFrom = new HashMap<>();
    for (String start : groups.keySet()) {
      List<Word> walk = new ArrayList<>();
      String at = start;
      while (open.contains(at) && metFrom.putIfAbsent(at, start) == null) {
        Word next = firstOpen(at);
        walk.add(next);
        at = next.text();
      }
      if (!walk.isEmpty() && start.equals(metFrom.get(at))) {
        cycles.add(sinceLeaving(at, walk));
      }
    }
    return cycles;
  }

  private Word firstOpen(String group) {
    return Objects.requireNonNull(groups.get(group)).members().stream()
        .filter(this::isOpen)
        .findFirst()
        .orElseThrow();
  }

  private static List<Word> sinceLeaving(String group, List<Word> walk) {
    int from = walk.size() - 1;
    while (from > 0 && !walk.get(from - 1).is(group)) {
      from--;
    }
    return walk.subList(from, walk.size());
  }
}
