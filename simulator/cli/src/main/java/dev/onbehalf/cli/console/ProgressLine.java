package dev.onbehalf.cli.console;

import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.text.PrintableText;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** One line that says how far a long work is, redrawn in place and cleared at its end. */
public final class ProgressLine implements Progress, AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final int WIDTH = 79;

  private final PrintStream stream;
  private final BooleanSupplier watched;
  private final LongSupplier nanoTime;
  private long next;
  private Optional<Boolean> seen = Optional.empty();
  private boolean drawn;

  /**
   * A line that isn't drawn before the work has lasted a second.
   *
   * @param watched whether somebody sees the stream; asked only when there is something to draw
   */
  public ProgressLine(PrintStream stream, BooleanSupplier watched, LongSupplier nanoTime) {
    this.stream = stream;
    this.watched = watched;
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong() + PATIENCE_NANOS;
  }

  @Override
  public synchronized void report(String what, long done, long total) {
    long now = nanoTime.getAsLong();
    if (now - next < 0) {
      return;
    }
    next = now + REDRAW_NANOS;
    if (isSeen()) {
      draw(PrintableText.escaped("%s: %d of %d".formatted(what, done, total)));
      drawn = true;
    }
  }

  @Override
  public void close() {
    clear();
  }

  /** Makes room for what is printed, until there is more to say. */
  public synchronized void clear() {
    if (drawn) {
      draw("");
      stream.print('\r');
      stream.flush();
      drawn = false;
    }
  }

  private boolean isSeen() {
    if (seen.isEmpty()) {
      seen = Optional.of(watched.getAsBoolean());
    }
    return seen.get();
  }

  private void draw(String words) {
    String cut = words.substring(0, Math.min(WIDTH, words.length()));
    stream.print('\r' + cut + " ".repeat(WIDTH - cut.length()));
    stream.flush();
  }
}
