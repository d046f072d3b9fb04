package dev.onbehalf.simulation.workload;

import java.util.ArrayList;
import java.util.List;

/** Calls that are drawn once and handed to everyone who asks: the same for every strategy. */
final class KeptCalls {
  private final AccessStream stream;
  private final List<CallBlock> blocks = new ArrayList<>();

  KeptCalls(AccessStream stream) {
    this.stream = stream;
  }

  /** All calls from the first on. */
  CallBlocks fromTheStart() {
    return new CallBlocks() {
      private int next;

      @Override
      public CallBlock next() {
        return block(next++);
      }
    };
  }

  private synchronized CallBlock block(int index) {
    while (blocks.size() <= index) {
      blocks.add(stream.next());
    }
    return blocks.get(index);
  }
}
