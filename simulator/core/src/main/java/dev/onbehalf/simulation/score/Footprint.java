package dev.onbehalf.simulation.score;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** The cells of the table that one policy matches: blocks of which no two share a row. */
public final class Footprint {
  private final RequestClasses classes;
  private final List<Block> blocks;

  /** The number of the block that has the rows of a class of users, or -1. */
  private final int[] blockOfUser;

  Footprint(RequestClasses classes, List<Block> blocks) {
    this.classes = classes;
    this.blocks = List.copyOf(blocks);
    blockOfUser = new int[classes.users().size()];
    Arrays.fill(blockOfUser, -1);
    for (int block = 0; block < blocks.size(); block++) {
      for (int user : blocks.get(block).users) {
        blockOfUser[user] = block;
      }
    }
  }

  /** Some rows, and the same columns in each. */
  static final class Block {
    private final int[] users;
    private final int[] paths;
    private final int[] contexts;
    private final long[] columns;

    Block(int[] users, int[] paths, int[] contexts, long[] columns) {
      this.users = users;
      this.paths = paths;
      this.contexts = contexts;
      this.columns = columns;
    }

    private boolean anyRow(RequestClasses classes, IntPredicate predicate) {
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

  /** The columns matched in one of its rows, as a word of bits. */
  long columns(int row, int word) {
    int block = blockOfUser[classes.user(row)];
    return block < 0 ? 0 : blocks.get(block).columns[word];
  }

  /** The columns matched in any row of the table, as a word of bits. */
  long columnsIfMatched(int row, int word) {
    return isMatched(row) ? columns(row, word) : 0;
  }

  private boolean isMatched(int row) {
    int block = blockOfUser[classes.user(row)];
    return block >= 0
        && has(blocks.get(block).paths, classes.path(row))
        && has(blocks.get(block).contexts, classes.context(row));
  }

  private static boolean has(int[] sorted, int number) {
    return Arrays.binarySearch(sorted, number) >= 0;
  }

  void forEachRow(IntConsumer action) {
    anyRow(
        row -> {
          action.accept(row);
          return false;
        });
  }

  /** Whether some row satisfies the predicate; stops at the first. */
  public boolean anyRow(IntPredicate predicate) {
    for (Block block : blocks) {
      if (block.anyRow(classes, predicate)) {
        return true;
      }
    }
    return false;
  }
}
