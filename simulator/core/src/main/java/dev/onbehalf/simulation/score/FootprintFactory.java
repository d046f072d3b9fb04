package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.Policy;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Makes footprints that share what policies have in common, which is most of their memory. */
final class FootprintFactory {
  private final RequestClasses classes;
  private final IdentityHashMap<Set<String>, int[]> users = new IdentityHashMap<>();
  private final Map<PathKey, int[]> paths = new HashMap<>();
  private final Map<Map<String, Set<String>>, int[]> contexts = new HashMap<>();

  FootprintFactory(RequestClasses classes) {
    this.classes = classes;
  }

  Footprint footprint(Policy policy) {
    return new Footprint(
        classes,
        users.computeIfAbsent(policy.users(), named -> users(policy)),
        paths.computeIfAbsent(
            new PathKey(policy.effect(), policy.path()), pattern -> paths(policy)),
        contexts.computeIfAbsent(policy.conditions(), conditions -> contexts(policy)),
        columns(policy));
  }

  private int[] users(Policy policy) {
    Axis<String> axis = classes.users();
    return indices(axis.size(), user -> policy.matchesUser(axis.representative(user)));
  }

  private int[] paths(Policy policy) {
    return indices(
        classes.paths().size(), path -> policy.matchesPath(classes.paths().representative(path)));
  }

  private int[] contexts(Policy policy) {
    return indices(
        classes.contexts().size(),
        context -> policy.matchesContext(classes.contexts().representative(context)));
  }

  private long[] columns(Policy policy) {
    long[] columns = new long[BitMatrix.wordsFor(classes.columns())];
    for (int column = 0; column < classes.columns(); column++) {
      if (policy.matchesTarget(classes.targets().representative(column))) {
        columns[column / Long.SIZE] |= 1L << column;
      }
    }
    return columns;
  }

  private static int[] indices(int size, IntPredicate matches) {
    return IntStream.range(0, size).filter(matches).toArray();
  }

  private record PathKey(Effect effect, PathPattern pattern) {}
}
