package dev.onbehalf.simulation.score;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** The cells of the table that one policy matches: some rows, and the same columns in each. */
public final class Footprint {
  private final RequestClasses classes;
  private final int[] users;
  private final int[] paths;
  private final int[] contexts;
  private final long[] columns;

  Footprint(RequestClasses classes, int[] users, int[] paths, int[] contexts, long[] columns) {
    this.classes = classes;
    this.users = users;
    this.paths = paths;
    this.contexts = contexts;
    this.columns = columns;
  }

  /** The columns matched, as a word of bits. */
  long columns(int word) {
    return columns[word];
  }

  int words() {
    return columns.length;
  }

  void forEachRow(IntConsumer action) {
    for (int user : users) {
      for (int path : paths) {
        for (int context : contexts) {
          action.accept(classes.row(user, path, context));
        }
      }
    }
  }

  /** Whether some row satisfies the predicate; stops at the first. */
  public boolean anyRow(IntPredicate predicate) {
    for (int user : users) {
      for (int path : paths) {
        for (int context : contexts) {
          if (predicate.test(classes.row(user, path, context))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
