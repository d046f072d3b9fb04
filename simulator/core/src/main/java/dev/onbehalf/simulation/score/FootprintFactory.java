package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.simulation.score.Footprint.Block;
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
    return new Footprint(classes, policy.clauses().stream().map(this::block).toList());
  }

  private Block block(Clause clause) {
    return new Block(
        users.computeIfAbsent(clause.users(), named -> users(clause)),
        paths.computeIfAbsent(
            new PathKey(clause.effect(), clause.path()), pattern -> paths(clause)),
        contexts.computeIfAbsent(clause.conditions(), conditions -> contexts(clause)),
        columns(clause));
  }

  private int[] users(Clause clause) {
    Axis<String> axis = classes.users();
    return indices(axis.size(), user -> clause.users().contains(axis.representative(user)));
  }

  private int[] paths(Clause clause) {
    return indices(
        classes.paths().size(), path -> clause.matchesPath(classes.paths().representative(path)));
  }

  private int[] contexts(Clause clause) {
    return indices(
        classes.contexts().size(),
        context -> clause.matchesContext(classes.contexts().representative(context)));
  }

  private long[] columns(Clause clause) {
    long[] columns = new long[BitMatrix.wordsFor(classes.columns())];
    for (int column = 0; column < classes.columns(); column++) {
      if (clause.matchesTarget(classes.targets().representative(column))) {
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
