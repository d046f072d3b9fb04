package dev.onbehalf.cli.sweep;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Cuts what is long into pieces that memory holds. */
public final class Batches {
  /** What one machine works on at a time, and what is lost at most when a sweep is killed. */
  static final int SMALL = 512;

  private Batches() {}

  /** The pieces, each cut when it is asked for. */
  public static <T> Stream<List<T>> of(Iterator<T> all, int size) {
    return Stream.generate(() -> next(all, size)).takeWhile(batch -> !batch.isEmpty());
  }

  /** The next piece; empty where there is nothing left. */
  public static <T> List<T> next(Iterator<T> all, int size) {
    List<T> batch = new ArrayList<>(size);
    while (batch.size() < size && all.hasNext()) {
      batch.add(all.next());
    }
    return batch;
  }
}
