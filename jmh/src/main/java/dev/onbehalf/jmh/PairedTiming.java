package dev.onbehalf.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Work and its floor, timed in alternation, so that whatever slows the machine down slows both. The
 * order within each pair is random: with a fixed one, the garbage of one side is always collected
 * in the time of the other.
 */
final class PairedTiming {
  // It has little code of its own, and most of that is in the operation, too.
  private static final double WARM_UP_OF_FLOOR = 1 / 8.0;

  private final Block operation;
  private final Optional<Block> floor;
  private final Check check;
  private final Random order = new Random();
  private final List<Double> warmUp = new ArrayList<>();

  /**
   * A duel that nothing has been timed of.
   *
   * @param floor the least that the work can be done with; empty when that is nothing
   * @param check what the work returns must pass
   */
  PairedTiming(Callable<Object> operation, Optional<Callable<Object>> floor, Check check) {
    this.operation = new Block(operation);
    this.floor = floor.map(Block::new);
    this.check = check;
  }

  void run(Blackhole sink) throws Exception {
    boolean floorFirst = order.nextBoolean();
    if (floorFirst && floor.isPresent()) {
      floor.get().run(sink);
    }
    operation.run(sink);
    if (!floorFirst && floor.isPresent()) {
      floor.get().run(sink);
    }
  }

  /** Warms up both by one block of so much processor time. */
  void warmUp(double nanos, Blackhole sink) throws Exception {
    if (floor.isPresent()) {
      floor.get().warmUp(WARM_UP_OF_FLOOR * nanos, sink);
    }
    warmUp.add(operation.warmUp(nanos, sink));
  }

  /** Whether more blocks are of no use. */
  boolean isWarm() {
    return SteadyState.isEnough(warmUp);
  }

  /** Whether the work had come to take the same time in each block when it was warm. */
  boolean isSteady() {
    return SteadyState.isReached(warmUp);
  }

  void restart() {
    operation.restart();
    floor.ifPresent(Block::restart);
  }

  /**
   * Holds what came out last against what must come out.
   *
   * @param what the work, by its name
   */
  void validate(String what) throws Exception {
    if (operation.last().isPresent() && !check.passes(operation.last().get())) {
      throw new IllegalStateException("the measured work `" + what + "` came to a wrong result");
    }
  }

  Block operation() {
    return operation;
  }

  Optional<Block> floor() {
    return floor;
  }

  /** What a result must pass. */
  @FunctionalInterface
  interface Check {
    boolean passes(Object result) throws Exception;
  }
}
