package dev.onbehalf.simulation.workload;

import org.apache.commons.math3.random.RandomGenerator;

/** Draws indices by given probabilities in constant time (Walker's alias method, as of Vose). */
final class AliasTable {
  private final double[] threshold;
  private final int[] alias;

  /** A table of probabilities that add up to 1. */
  AliasTable(double[] probabilities) {
    int n = probabilities.length;
    threshold = new double[n];
    alias = new int[n];
    fill(probabilities, new Stacks(n));
  }

  private void fill(double[] probabilities, Stacks stacks) {
    for (int i = 0; i < threshold.length; i++) {
      threshold[i] = probabilities[i] * threshold.length;
      stacks.push(i, threshold[i]);
    }
    while (stacks.small > 0 && stacks.large > 0) {
      int poor = stacks.smaller[--stacks.small];
      int rich = stacks.larger[--stacks.large];
      alias[poor] = rich;
      threshold[rich] -= 1 - threshold[poor];
      stacks.push(rich, threshold[rich]);
    }
    // Whatever is left is full but for rounding.
    stacks.drain(threshold);
  }

  /** An index; each draw takes one number of the generator. */
  int sample(RandomGenerator random) {
    double position = random.nextDouble() * threshold.length;
    int index = (int) position;
    return position - index < threshold[index] ? index : alias[index];
  }

  /** Indices whose share is less than one place of the table, and the others. */
  private static final class Stacks {
    private final int[] smaller;
    private final int[] larger;
    private int small;
    private int large;

    Stacks(int size) {
      smaller = new int[size];
      larger = new int[size];
    }

    void push(int index, double share) {
      if (share < 1) {
        smaller[small++] = index;
      } else {
        larger[large++] = index;
      }
    }

    void drain(double[] threshold) {
      while (small > 0) {
        threshold[smaller[--small]] = 1;
      }
      while (large > 0) {
        threshold[larger[--large]] = 1;
      }
    }
  }
}
