package dev.onbehalf.jmh.gate;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The strategies of a build, and what is counted of each. */
public record Inventory(SortedMap<String, Counts> strategies) {
  public Inventory {
    strategies = Collections.unmodifiableSortedMap(new TreeMap<>(strategies));
  }

  /**
   * Takes the inventory of a build, of the strategies named or of all when none is.
   *
   * @throws IncomparableException when it isn't a build of this program with the gate's benchmarks
   */
  public static Inventory of(List<String> classPath, Collection<String> names)
      throws IncomparableException {
    try (Side side = Side.load(classPath)) {
      SortedMap<String, Counts> strategies = new TreeMap<>();
      for (String strategy : side.strategies()) {
        if (names.isEmpty() || names.contains(strategy)) {
          strategies.put(strategy, side.counts(strategy));
        }
      }
      return new Inventory(strategies);
    }
  }

  /** The strategies that another has, too. */
  public List<String> shared(Inventory other) {
    return strategies.keySet().stream().filter(other::has).toList();
  }

  private boolean has(String strategy) {
    return strategies.containsKey(strategy);
  }
}
