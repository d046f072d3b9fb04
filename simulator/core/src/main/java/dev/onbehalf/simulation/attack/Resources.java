package dev.onbehalf.simulation.attack;

import dev.onbehalf.simulation.score.RequestClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** The columns of a table by the resources that their targets are of. */
final class Resources {
  private final RequestClasses requests;
  private final List<Columns> columns = new ArrayList<>();

  Resources(RequestClasses requests) {
    this.requests = requests;
    Map<String, Columns> byName = new LinkedHashMap<>();
    for (int column = 0; column < requests.columns(); column++) {
      byName
          .computeIfAbsent(
              requests.targets().representative(column).resource(), any -> new Columns())
          .add(column);
    }
    columns.addAll(byName.values());
  }

  int count() {
    return columns.size();
  }

  /** How many of the targets are the resource's, of which each word has some. */
  long weigh(int resource, IntToLongFunction targets) {
    long weight = 0;
    for (Map.Entry<Integer, Long> word : columns.get(resource).words.entrySet()) {
      long here = targets.applyAsLong(word.getKey()) & word.getValue();
      weight += here == 0 ? 0 : requests.weigh(word.getKey(), here);
    }
    return weight;
  }

  /** How many of the targets there are at all resources together. */
  long weighAll(IntToLongFunction targets) {
    long weight = 0;
    for (int resource = 0; resource < count(); resource++) {
      weight += weigh(resource, targets);
    }
    return weight;
  }

  /** Columns side by side, which fill few words. */
  private static final class Columns {
    private final Map<Integer, Long> words = new LinkedHashMap<>();

    void add(int column) {
      words.merge(column / Long.SIZE, 1L << column, (one, other) -> one | other);
    }
  }
}
