package dev.onbehalf.jmh;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The medians of an iteration, published as JMH's secondary metrics; 0 where there is none. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Metrics {
  /** The property that says how many milliseconds of processor time to warm up for. */
  static final String WARM_UP = "dev.onbehalf.jmh.warmUpMillis";

  private Optional<Duel> duel = Optional.empty();

  /** Forgets the iteration before. */
  @Setup(Level.Iteration)
  public void restart() {
    duel.ifPresent(Duel::restart);
  }

  void run(Duel next, Blackhole sink) throws Exception {
    if (duel.isEmpty()) {
      next.warmUp(TimeUnit.MILLISECONDS.toNanos(Long.getLong(WARM_UP, 0)), sink);
    }
    duel = Optional.of(next);
    next.run(sink);
  }

  /** Nanoseconds that one operation takes. */
  public double wallNanos() {
    return ofOperation(Block::wallNanos);
  }

  /** Nanoseconds of processor time that one operation takes. */
  public double cpuNanos() {
    return ofOperation(Block::cpuNanos);
  }

  /** Bytes that one operation allocates. */
  public double bytes() {
    return ofOperation(Block::bytes);
  }

  /** Nanoseconds that the floor of one operation takes. */
  public double floorWallNanos() {
    return ofFloor(Block::wallNanos);
  }

  /** Nanoseconds of processor time that the floor of one operation takes. */
  public double floorCpuNanos() {
    return ofFloor(Block::cpuNanos);
  }

  private double ofOperation(ToDoubleFunction<Block> metric) {
    return duel.map(Duel::operation).map(metric::applyAsDouble).orElse(0.0);
  }

  private double ofFloor(ToDoubleFunction<Block> metric) {
    return duel.flatMap(Duel::floor).map(metric::applyAsDouble).orElse(0.0);
  }
}
