package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** The contexts as a product of attributes, values that no policy tells apart in one class. */
public final class ContextAxis {
  private final List<String> attributes;
  private final List<Axis<String>> values;
  private final int size;

  ContextAxis(Scenario scenario) {
    attributes = scenario.context().stream().map(ContextAttribute::name).toList();
    values =
        scenario.context().stream()
            .map(attribute -> valueClasses(attribute, scenario.policies()))
            .toList();
    size = values.stream().mapToInt(Axis::size).reduce(1, ContextAxis::product);
  }

  private static Axis<String> valueClasses(ContextAttribute attribute, List<Policy> policies) {
    List<Policy> conditional =
        policies.stream().filter(p -> p.conditions().containsKey(attribute.name())).toList();
    return Axis.of(
        attribute.values(),
        value -> Signature.of(conditional, policy -> policy.matchesValue(attribute.name(), value)));
  }

  private static int product(int left, int right) {
    long product = (long) left * right;
    if (product > Integer.MAX_VALUE) {
      throw new ScenarioTooLargeException("the policies tell more than 2^31 contexts apart");
    }
    return (int) product;
  }

  /** The values of the attribute, which is named as in evidence. */
  Axis<String> values(String attribute) {
    int index = 0;
    while (!Attributes.context(attributes.get(index)).equals(attribute)) {
      index++;
    }
    return values.get(index);
  }

  int size() {
    return size;
  }

  /** The context that stands for the class. */
  SortedMap<String, String> representative(int index) {
    return pick(index, axis -> 0);
  }

  /** A context of the class; {@code choice} picks one of as many as it is given. */
  public SortedMap<String, String> member(int index, IntUnaryOperator choice) {
    return pick(index, choice);
  }

  private SortedMap<String, String> pick(int index, IntUnaryOperator choice) {
    SortedMap<String, String> context = new TreeMap<>();
    int rest = index;
    for (int i = 0; i < attributes.size(); i++) {
      Axis<String> axis = values.get(i);
      List<String> members = axis.members(rest % axis.size());
      context.put(attributes.get(i), members.get(choice.applyAsInt(members.size())));
      rest /= axis.size();
    }
    return context;
  }

  /** The class that has the first value of the attribute, and the others as they are. */
  int without(int attribute, int index) {
    int place =
        values.subList(0, attribute).stream().mapToInt(Axis::size).reduce(1, (a, b) -> a * b);
    return index - index / place % values.get(attribute).size() * place;
  }

  long weight(int index) {
    long weight = 1;
    int rest = index;
    for (Axis<String> axis : values) {
      weight = Math.multiplyExact(weight, axis.weight(rest % axis.size()));
      rest /= axis.size();
    }
    return weight;
  }

  int classOf(SortedMap<String, String> context) {
    int index = 0;
    for (int i = attributes.size() - 1; i >= 0; i--) {
      String value = context.getOrDefault(attributes.get(i), "");
      index = index * values.get(i).size() + values.get(i).classOf(value);
    }
    return index;
  }
}
