package dev.onbehalf.simulation.column;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.ResourceList;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.column.NumberedClauses.Numbered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The targets, those of which the same clauses speak in one class. */
final class TargetClasses {
  private static final int NO_CLAUSE = -1;

  private final NumberedClauses all;
  private final List<Resource> resources;
  private final int[] everywhere;
  private final Map<List<Object>, TargetClass> classes = new LinkedHashMap<>();
  private final Map<List<Integer>, ResourceClass> ofResources = new LinkedHashMap<>();

  /** For each action the clauses that speak of it on every resource. */
  private final Map<String, List<Integer>> wide = new HashMap<>();

  private TargetClasses(NumberedClauses all) {
    this.all = all;
    resources = all.scenario().resources();
    everywhere = IntStream.range(0, all.clauses().size()).filter(this::isEverywhere).toArray();
  }

  /**
   * Some targets.
   *
   * @param position that of the class among all
   * @param clauses the positions of the clauses that speak of them, those of all resources first
   * @param first one of the targets
   */
  record TargetClass(int position, List<Integer> clauses, Target first, long size) {
    /** The same targets if other clauses spoke of them. */
    TargetClass saying(List<Integer> others) {
      return new TargetClass(position, others, first, size);
    }

    private TargetClass more(long others) {
      return new TargetClass(position, clauses, first, size + others);
    }
  }

  static TargetClasses of(NumberedClauses all) {
    TargetClasses classes = new TargetClasses(all);
    classes.sweep();
    return classes;
  }

  /** The classes of all targets, in the order of their first. */
  List<TargetClass> targets() {
    return List.copyOf(classes.values());
  }

  /** The classes of all resources, in the order of their first. */
  List<ResourceClass> resources() {
    return List.copyOf(ofResources.values());
  }

  private boolean isEverywhere(int clause) {
    return all.clauses().get(clause).resources().size() == resources.size();
  }

  /** Goes over the resources from one to the next at which something changes. */
  private void sweep() {
    TreeSet<Integer> open = new TreeSet<>();
    int at = 0;
    for (long event : events()) {
      int position = (int) (event >>> Integer.SIZE);
      addAll(at, position, open);
      at = position;
      int clause = (int) event;
      if (clause != NO_CLAUSE && !open.remove(clause)) {
        open.add(clause);
      }
    }
    addAll(at, resources.size(), open);
  }

  private long[] events() {
    IntStream specific =
        IntStream.range(0, all.clauses().size())
            .filter(clause -> Arrays.binarySearch(everywhere, clause) < 0);
    long[] events =
        specific
            .boxed()
            .flatMapToLong(
                clause ->
                    all.clauses()
                        .get(clause)
                        .resources()
                        .bounds()
                        .mapToLong(at -> event(at, clause)))
            .toArray();
    long[] changes = changesOfActions().mapToLong(at -> event(at, NO_CLAUSE)).toArray();
    long[] both = Arrays.copyOf(events, events.length + changes.length);
    System.arraycopy(changes, 0, both, events.length, changes.length);
    Arrays.sort(both);
    return both;
  }

  private static long event(int at, int clause) {
    return ((long) at << Integer.SIZE) | (clause & 0xffff_ffffL);
  }

  private IntStream changesOfActions() {
    return resources instanceof ResourceList ranged
        ? ranged.runs()
        : IntStream.range(1, resources.size()).filter(this::hasOtherActions);
  }

  private boolean hasOtherActions(int resource) {
    return !resources.get(resource).actions().equals(resources.get(resource - 1).actions());
  }

  private void addAll(int from, int end, SortedSet<Integer> open) {
    if (from < end) {
      Resource resource = resources.get(from);
      List<Integer> targets =
          resource.actions().stream()
              .map(action -> add(new Target(resource.name(), action), end - from, open))
              .map(TargetClass::position)
              .toList();
      List<Integer> some =
          IntStream.range(from, end).limit(ResourceClass.MOST_NAMED).boxed().toList();
      ofResources.merge(targets, new ResourceClass(some, end - from, targets), ResourceClass::and);
    }
  }

  private TargetClass add(Target target, long size, SortedSet<Integer> open) {
    List<Integer> ofAll =
        wide.computeIfAbsent(
            target.action(), action -> speakingOf(action, Arrays.stream(everywhere)));
    List<Integer> ofSome = speakingOf(target.action(), open.stream().mapToInt(clause -> clause));
    return classes.merge(
        List.of(ofAll, ofSome),
        new TargetClass(classes.size(), joined(ofAll, ofSome), target, size),
        (known, more) -> known.more(more.size()));
  }

  private List<Integer> speakingOf(String action, IntStream clauses) {
    return clauses.filter(clause -> speaksOf(all.clauses().get(clause), action)).boxed().toList();
  }

  private static boolean speaksOf(Numbered numbered, String action) {
    Clause clause = numbered.clause();
    return clause.actions().isEmpty() || clause.actions().contains(action);
  }

  private static List<Integer> joined(List<Integer> ofAll, List<Integer> ofSome) {
    List<Integer> both = new ArrayList<>(ofAll);
    both.addAll(ofSome);
    return List.copyOf(both);
  }
}
