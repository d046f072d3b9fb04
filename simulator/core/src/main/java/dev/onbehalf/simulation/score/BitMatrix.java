package dev.onbehalf.simulation.score;

import java.nio.LongBuffer;
import java.util.Random;
import java.util.function.IntConsumer;

/** Rows of bits in one array of words. */
public final class BitMatrix {
  private final int wordsPerRow;
  private final long[] words;

  BitMatrix(int rows, int columns) {
    wordsPerRow = wordsFor(columns);
    words = new long[Math.multiplyExact(rows, wordsPerRow)];
  }

  static int wordsFor(int columns) {
    return (columns + Long.SIZE - 1) / Long.SIZE;
  }

  public int wordsPerRow() {
    return wordsPerRow;
  }

  public long word(int row, int word) {
    return words[row * wordsPerRow + word];
  }

  /** Some rows, one after the other; equal where their bits are. */
  LongBuffer rows(int first, int count) {
    return LongBuffer.wrap(words, first * wordsPerRow, count * wordsPerRow).slice();
  }

  void or(int row, int word, long bits) {
    words[row * wordsPerRow + word] |= bits;
  }

  void and(int row, int word, long bits) {
    words[row * wordsPerRow + word] &= bits;
  }

  /** Hands over the column of every set bit of a word. */
  public static void forEach(int word, long bits, IntConsumer action) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      action.accept(word * Long.SIZE + Long.numberOfTrailingZeros(rest));
    }
  }

  /** The column of a set bit of a word, chosen at random; there must be one. */
  public static int pick(int word, long bits, Random random) {
    long rest = bits;
    for (int skip = random.nextInt(Long.bitCount(bits)); skip > 0; skip--) {
      rest &= rest - 1;
    }
    return word * Long.SIZE + Long.numberOfTrailingZeros(rest);
  }

  public boolean get(int row, int column) {
    return (word(row, column / Long.SIZE) >>> column & 1) != 0;
  }
}
