package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.strategy.Population;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Small populations that stand for one of any size, for which nobody registers everything: what is
 * registered names two of a kind at most, so that its number is a polynomial of degree two in
 * users, agents and resources each, which its values at three sizes determine.
 *
 * @param weights how often the count for each counts, so that the sum is that for all
 */
public record SampledPopulation(List<Population> samples, List<BigInteger> weights) {
  private static final int FIRST = 2;
  private static final int SIZES = 3;

  public SampledPopulation {
    samples = List.copyOf(samples);
    weights = List.copyOf(weights);
  }

  /** That of the scenario. */
  public static SampledPopulation of(Scenario scenario) {
    return of(
        scenario.users().size(),
        scenario.agents().size(),
        scenario.resources().size(),
        scenario.hasNobody());
  }

  static SampledPopulation of(long users, long agents, long resources, boolean forNobody) {
    List<Population> samples = new ArrayList<>();
    List<BigInteger> weights = new ArrayList<>();
    for (int u = 0; u < SIZES; u++) {
      for (int a = 0; a < SIZES; a++) {
        for (int r = 0; r < SIZES; r++) {
          samples.add(new Population(names("u", u), names("a", a), names("r", r), forNobody));
          weights.add(weight(users, u).multiply(weight(agents, a)).multiply(weight(resources, r)));
        }
      }
    }
    return new SampledPopulation(samples, weights);
  }

  private static List<String> names(String prefix, int size) {
    return IntStream.rangeClosed(1, FIRST + size).mapToObj(i -> prefix + i).toList();
  }

  /** How much of a polynomial's value at the number is its value at this size (Lagrange). */
  private static BigInteger weight(long number, int size) {
    BigInteger above = BigInteger.ONE;
    long below = 1;
    for (int other = 0; other < SIZES; other++) {
      if (other != size) {
        above = above.multiply(BigInteger.valueOf(number - FIRST - other));
        below *= size - other;
      }
    }
    return above.divide(BigInteger.valueOf(below));
  }

  /** The number of what each of the samples has so many of. */
  BigInteger count(ToIntFunction<Population> ofSample) {
    return weighed(weights, sample -> ofSample.applyAsInt(samples.get(sample)));
  }

  /** The number of what there are so many of in each sample, by its position. */
  static BigInteger weighed(List<BigInteger> weights, IntUnaryOperator ofSample) {
    return IntStream.range(0, weights.size())
        .mapToObj(i -> weights.get(i).multiply(BigInteger.valueOf(ofSample.applyAsInt(i))))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
