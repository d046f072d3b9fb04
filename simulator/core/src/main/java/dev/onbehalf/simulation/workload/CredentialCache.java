package dev.onbehalf.simulation.workload;

import java.util.Arrays;

/**
 * When credentials expire, in seconds, by their keys: an open hash table without objects, because a
 * run looks up millions; key and time stand side by side, to be fetched at once.
 */
final class CredentialCache {
  private static final int FIRST_PLACES = 1 << 12;

  /** Spreads neighbouring keys over the table (Fibonacci hashing). */
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private static final long EMPTY = -1;
  private static final int EXPIRY = 1;
  private static final int STRIDE = 2;
  private static final long UNKNOWN = Double.doubleToLongBits(Double.NaN);

  private long[] table = empty(FIRST_PLACES);
  private int size;

  private static long[] empty(int places) {
    long[] table = new long[STRIDE * places];
    Arrays.fill(table, EMPTY);
    return table;
  }

  /**
   * Where the credentials are kept until the next look-up, new places for those that weren't called
   * for. Looked up together, they take hardly longer than one: the memory works on all at once.
   */
  void places(long[] keys, int[] slots) {
    reserve(keys.length);
    for (int i = 0; i < keys.length; i++) {
      slots[i] = place(keys[i]);
    }
  }

  private int place(long key) {
    int slot = find(key);
    if (table[slot] == EMPTY) {
      size++;
      table[slot] = key;
      table[slot + EXPIRY] = UNKNOWN;
    }
    return slot;
  }

  private int find(long key) {
    int mask = table.length - 1;
    int slot = STRIDE * (int) ((key * GOLDEN_RATIO) >>> 32) & mask;
    while (table[slot] != EMPTY && table[slot] != key) {
      slot = (slot + STRIDE) & mask;
    }
    return slot;
  }

  /** Keeps half of the table free. */
  private void reserve(int newcomers) {
    while (2L * STRIDE * (size + newcomers) >= table.length) {
      grow();
    }
  }

  private void grow() {
    long[] old = table;
    table = empty(2 * (old.length / STRIDE));
    for (int i = 0; i < old.length; i += STRIDE) {
      if (old[i] != EMPTY) {
        System.arraycopy(old, i, table, find(old[i]), STRIDE);
      }
    }
  }

  /** Whether the credential was never called for before. */
  boolean isNew(int slot) {
    return table[slot + EXPIRY] == UNKNOWN;
  }

  /** When the credential expires. */
  double expiry(int slot) {
    return Double.longBitsToDouble(table[slot + EXPIRY]);
  }

  void keep(int slot, double expires) {
    table[slot + EXPIRY] = Double.doubleToLongBits(expires);
  }

  /** How long credentials are still valid from a moment on, added up over all called for. */
  double liveSeconds(double moment) {
    double sum = 0;
    for (int slot = 0; slot < table.length; slot += STRIDE) {
      if (table[slot] != EMPTY && expiry(slot) > moment) {
        sum += expiry(slot) - moment;
      }
    }
    return sum;
  }
}
