package dev.onbehalf.simulation.verdict;

import dev.onbehalf.token.registry.Registration;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Registrations for each sample of a population, and how many that makes for all of it. */
public final class Held {
  private final List<Set<Registration>> samples;
  private final List<BigInteger> weights;
  private final BigInteger count;

  /**
   * What is registered.
   *
   * @param weights how often the count for each of the samples counts
   */
  Held(List<Set<Registration>> samples, List<BigInteger> weights) {
    this.samples = samples.stream().map(Set::copyOf).toList();
    this.weights = weights;
    count = SampledPopulation.weighed(weights, sample -> samples.get(sample).size());
  }

  /** What is registered for the population itself. */
  static Held exactly(Set<Registration> registrations) {
    return new Held(List.of(registrations), List.of(BigInteger.ONE));
  }

  /** Those for the first of the samples. */
  Set<Registration> first() {
    return samples.get(0);
  }

  BigInteger count() {
    return count;
  }

  /** How many there are in all of these together, each thing once; of none there are none. */
  static BigInteger together(List<Held> all) {
    return all.isEmpty()
        ? BigInteger.ZERO
        : SampledPopulation.weighed(all.get(0).weights, sample -> union(all, sample).size());
  }

  private static Set<Registration> union(List<Held> all, int sample) {
    Set<Registration> union = new HashSet<>();
    all.forEach(one -> union.addAll(one.samples.get(sample)));
    return union;
  }

  boolean isWithin(Held other) {
    for (int i = 0; i < samples.size(); i++) {
      if (!other.samples.get(i).containsAll(samples.get(i))) {
        return false;
      }
    }
    return true;
  }
}
