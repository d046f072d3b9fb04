package dev.onbehalf.simulation.score;

import java.util.Random;
import java.util.function.IntConsumer;

/** Set bits of one word. */
public final class Bits {
  private Bits() {}

  /** Hands over the column of every set bit. */
  public static void forEach(int word, long bits, IntConsumer action) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      action.accept(word * Long.SIZE + Long.numberOfTrailingZeros(rest));
    }
  }

  /** The position of a set bit chosen at random; there must be one. */
  public static int pick(long bits, Random random) {
    long rest = bits;
    for (int skip = random.nextInt(Long.bitCount(bits)); skip > 0; skip--) {
      rest &= rest - 1;
    }
    return Long.numberOfTrailingZeros(rest);
  }
}
