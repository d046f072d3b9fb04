package dev.onbehalf.scenario;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** Numbers from 0 on, held as spans, so that many neighbours take no more room than one. */
public final class IndexSet {
  private static final IndexSet NONE = new IndexSet(new int[0]);

  /** Where spans begin and end, ends left out, in ascending order and all different. */
  private final int[] bounds;

  private IndexSet(int[] bounds) {
    this.bounds = bounds;
  }

  /** The numbers from the first to the one before the last. */
  public static IndexSet span(int first, int end) {
    return first < end ? new IndexSet(new int[] {first, end}) : NONE;
  }

  /** The numbers, each of which may come several times. */
  public static IndexSet of(IntStream numbers) {
    int[] sorted = numbers.sorted().distinct().toArray();
    int[] bounds = new int[2 * sorted.length];
    int used = 0;
    for (int number : sorted) {
      if (used > 0 && bounds[used - 1] == number) {
        bounds[used - 1] = number + 1;
      } else {
        bounds[used++] = number;
        bounds[used++] = number + 1;
      }
    }
    return new IndexSet(Arrays.copyOf(bounds, used));
  }

  public boolean isEmpty() {
    return bounds.length == 0;
  }

  /** How many numbers there are. */
  public int size() {
    int size = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      size += bounds[i + 1] - bounds[i];
    }
    return size;
  }

  public boolean contains(int number) {
    int found = Arrays.binarySearch(bounds, number);
    return found >= 0 ? found % 2 == 0 : -found % 2 == 0;
  }

  /** Whether all numbers of the other set are in this one. */
  public boolean containsAll(IndexSet other) {
    return other.minus(this).isEmpty();
  }

  /** Every number at which membership changes: the first of a span, and the one after its last. */
  public IntStream bounds() {
    return IntStream.of(bounds);
  }

  public IntStream stream() {
    return IntStream.range(0, bounds.length / 2)
        .flatMap(span -> IntStream.range(bounds[2 * span], bounds[2 * span + 1]));
  }

  /** The numbers one by one, of which none is made before it is asked for. */
  PrimitiveIterator.OfInt iterator() {
    return new PrimitiveIterator.OfInt() {
      private int span;
      private int next = bounds.length == 0 ? 0 : bounds[0];

      @Override
      public boolean hasNext() {
        return span < bounds.length;
      }

      @Override
      public int nextInt() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int number = next++;
        if (next == bounds[span + 1]) {
          span += 2;
          next = hasNext() ? bounds[span] : 0;
        }
        return number;
      }
    };
  }

  /** The numbers of either set. */
  public IndexSet or(IndexSet other) {
    return merge(other, false);
  }

  /** The numbers of this set that the other doesn't have. */
  public IndexSet minus(IndexSet other) {
    return merge(other, true);
  }

  private IndexSet merge(IndexSet other, boolean without) {
    int[] merged = new int[bounds.length + other.bounds.length];
    int used = 0;
    int mine = 0;
    int others = 0;
    boolean inside = false;
    while (mine < bounds.length || others < other.bounds.length) {
      long here = Math.min(at(bounds, mine), at(other.bounds, others));
      mine += at(bounds, mine) == here ? 1 : 0;
      others += at(other.bounds, others) == here ? 1 : 0;
      boolean is = without ? mine % 2 == 1 && others % 2 == 0 : mine % 2 == 1 || others % 2 == 1;
      if (is != inside) {
        merged[used++] = (int) here;
        inside = is;
      }
    }
    return new IndexSet(Arrays.copyOf(merged, used));
  }

  private static long at(int[] bounds, int position) {
    return position < bounds.length ? bounds[position] : Long.MAX_VALUE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexSet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  @Override
  public String toString() {
    return Arrays.toString(bounds);
  }
}
