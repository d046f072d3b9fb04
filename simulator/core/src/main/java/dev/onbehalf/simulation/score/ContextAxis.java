package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;

/**
 * The contexts as a product of attributes, values that no policy tells apart in one class. The
 * number of a class of contexts has a digit for each attribute.
 */
public final class ContextAxis {
  private final List<Digit> digits = new ArrayList<>();
  private final int size;

  /**
   * The contexts of the attributes.
   *
   * @param likeness of an attribute and its value: what two values must share to be in one class
   */
  public ContextAxis(
      List<ContextAttribute> attributes, BiFunction<String, String, Object> likeness) {
    int place = 1;
    for (ContextAttribute attribute : attributes) {
      String name = attribute.name();
      Axis<String> values = Axis.of(attribute.values(), value -> likeness.apply(name, value));
      digits.add(new Digit(name, values, place));
      place = product(place, values.size());
    }
    size = place;
  }

  private static int product(int left, int right) {
    long product = (long) left * right;
    if (product > Integer.MAX_VALUE) {
      throw new ScenarioTooLargeException("the policies tell more than 2^31 contexts apart");
    }
    return (int) product;
  }

  /** The class of an attribute's value, in the numbers of contexts. */
  private record Digit(String attribute, Axis<String> values, int place) {
    int of(int index) {
      return index / place % values.size();
    }

    String member(int index, IntUnaryOperator choice) {
      List<String> members = values.members(of(index));
      return members.get(choice.applyAsInt(members.size()));
    }
  }

  /** The values of the attribute, which is named as in evidence. */
  Axis<String> values(String attribute) {
    return digits.stream()
        .filter(digit -> Attributes.context(digit.attribute()).equals(attribute))
        .findFirst()
        .orElseThrow()
        .values();
  }

  public int size() {
    return size;
  }

  /** The context that stands for the class. */
  SortedMap<String, String> representative(int index) {
    return member(index, members -> 0);
  }

  /** A context of the class; {@code choice} picks one of as many as it is given. */
  public SortedMap<String, String> member(int index, IntUnaryOperator choice) {
    SortedMap<String, String> context = new TreeMap<>();
    digits.forEach(digit -> context.put(digit.attribute(), digit.member(index, choice)));
    return context;
  }

  /** The class that has the first value of the attribute, and the others as they are. */
  int without(int attribute, int index) {
    Digit digit = digits.get(attribute);
    return index - digit.of(index) * digit.place();
  }

  long weight(int index) {
    return digits.stream()
        .mapToLong(digit -> digit.values().weight(digit.of(index)))
        .reduce(1, Math::multiplyExact);
  }

  int classOf(SortedMap<String, String> context) {
    return digits.stream()
        .mapToInt(
            digit ->
                digit.values().classOf(context.getOrDefault(digit.attribute(), "")) * digit.place())
        .sum();
  }
}
