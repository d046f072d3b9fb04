package dev.onbehalf.products.export;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that is enforced at one point: what no rule permits is denied, and so is what one forbids.
 *
 * @param name what files of it are called
 * @param strategy whose evidence the point sees
 * @param sentences one for each policy of the scenario that speaks of the resources, in their order
 */
public record PointPolicies(
    String name, String strategy, PointView view, List<Sentence> sentences) {
  public PointPolicies {
    sentences = List.copyOf(sentences);
  }

  /**
   * A policy as the point can enforce it.
   *
   * @param remark what the point leaves to others of it, or sees no more of
   */
  public record Sentence(Policy policy, List<Rule> rules, Optional<String> remark) {
    public Sentence {
      rules = List.copyOf(rules);
    }
  }

  /** The rules of all sentences, in their order. */
  public List<Rule> rules() {
    return sentences.stream().map(Sentence::rules).flatMap(List::stream).toList();
  }

  /** The fields of every question. */
  public List<Field> fields() {
    return view.fields();
  }

  /** The values that rules name in the field, each once. */
  public Set<String> values(Field field) {
    int position = fields().indexOf(field);
    Set<String> values = new LinkedHashSet<>();
    rules().forEach(rule -> values.addAll(rule.questions().values().get(position)));
    return values;
  }

  /** The rules that decide the question: those that forbid it, or else those that permit it. */
  public List<Rule> deciding(List<String> question) {
    return Stream.of(Effect.values())
        .map(effect -> matching(question, effect))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Rule> matching(List<String> question, Effect effect) {
    return rules().stream()
        .filter(rule -> rule.effect() == effect && rule.matches(question))
        .toList();
  }

  /** Whether the question is permitted. */
  public boolean permits(List<String> question) {
    return deciding(question).stream().anyMatch(rule -> rule.effect() == Effect.MAY);
  }

  /**
   * Questions to try an engine on: for each rule one that it speaks of, and those that differ from
   * it in one value.
   */
  public List<List<String>> questions(int most) {
    Set<List<String>> questions = new LinkedHashSet<>();
    for (Rule rule : rules()) {
      List<String> first =
          rule.questions().values().stream().map(values -> values.iterator().next()).toList();
      questions.add(first);
      for (int field = 0; field < first.size() && questions.size() < most; field++) {
        questions.addAll(neighbours(first, field));
      }
    }
    return questions.stream().limit(most).toList();
  }

  private List<List<String>> neighbours(List<String> question, int field) {
    return values(fields().get(field)).stream()
        .map(
            value -> {
              List<String> changed = new ArrayList<>(question);
              changed.set(field, value);
              return List.copyOf(changed);
            })
        .toList();
  }

  /** A question that is permitted if any is, else one that is denied. */
  public List<String> example() {
    List<List<String>> corners =
        rules().stream()
            .map(rule -> rule.questions().values().stream().map(one -> one.iterator().next()))
            .map(Stream::toList)
            .toList();
    return corners.stream()
        .filter(this::permits)
        .findFirst()
        .orElse(corners.isEmpty() ? List.of() : corners.get(0));
  }

  /** Rules for boxes, by the sentence's own name and numbered where there are several. */
  static List<Rule> rules(Policy policy, List<Box> boxes) {
    return IntStream.range(0, boxes.size())
        .mapToObj(
            i -> new Rule(i == 0 ? policy.id() : policy.id() + "#" + (i + 1), policy, boxes.get(i)))
        .toList();
  }
}
