package dev.onbehalf.products.export;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.products.export.PointPolicies.Sentence;
import dev.onbehalf.products.export.Samples.Sample;
import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The policies as one point can enforce them: it permits what it can't tell from something that is
 * permitted, and nothing else.
 *
 * <p>A MAY becomes what the point sees of it. A MAY NOT is written as it is where it hits nothing
 * that looks permitted; else only the part of it that a MAY would let through here and that looks
 * permitted nowhere, and the rest is left to the other points.
 */
final class Projection {
  private final Scenario scenario;
  private final PointView view;
  private final List<String> served;
  private final ClauseBoxes boxes;
  private final Samples samples;
  private final List<Sample> passing;
  private final Set<List<String>> permitted;

  /** What the point lets through so far though nothing permitted looks like it. */
  private final Set<List<String>> excess;

  /** The points that are left what this one can't tell apart. */
  private final String others;

  Projection(
      Scenario scenario,
      Collection<String> served,
      Samples samples,
      PointView view,
      Collection<Point> points) {
    this.scenario = scenario;
    this.served = List.copyOf(served);
    others =
        points.stream()
            .filter(point -> point != view.point())
            .map(point -> "the " + point.word())
            .collect(Collectors.joining(" and "));
    this.view = view;
    this.samples = samples;
    boxes = new ClauseBoxes(scenario, served, view);
    passing = samples.all().stream().filter(one -> view.isPassedBy(one.request())).toList();
    permitted = questions(sample -> sample.truth() == Truth.PERMITTED);
    excess = new HashSet<>(questions(sample -> sample.matching().intersects(ofEffect(Effect.MAY))));
    excess.removeAll(permitted);
  }

  private Set<List<String>> questions(Predicate<Sample> condition) {
    return passing.stream()
        .filter(condition)
        .map(sample -> view.question(sample.request()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private BitSet ofEffect(Effect effect) {
    BitSet positions = new BitSet();
    int position = 0;
    for (Policy policy : scenario.policies()) {
      for (Clause clause : policy.clauses()) {
        positions.set(position++, clause.effect() == effect);
      }
    }
    return positions;
  }

  /** The sentences, each with the rules that it takes. */
  List<Sentence> sentences() {
    List<List<Part>> parts = new ArrayList<>();
    int position = 0;
    for (Policy policy : scenario.policies()) {
      List<Part> ofPolicy = new ArrayList<>();
      for (Clause clause : policy.clauses()) {
        ofPolicy.add(part(clause, position++));
      }
      parts.add(ofPolicy);
    }
    // What is written as it is counts before anything is written in part.
    parts.forEach(ofPolicy -> ofPolicy.stream().filter(Part::isWhole).forEach(this::deny));
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).stream().anyMatch(part -> isServed(part.clause()))) {
        sentences.add(sentence(scenario.policies().get(i), parts.get(i)));
      }
    }
    if (!excess.isEmpty()) {
      throw new IllegalStateException("the " + view.point().word() + " would permit " + excess);
    }
    return sentences;
  }

  /** A clause, and whether the point can say all of it. */
  private record Part(Clause clause, Set<List<String>> questions, int position, boolean isWhole) {}

  private boolean isServed(Clause clause) {
    return !Collections.disjoint(clause.resources(), served);
  }

  private Part part(Clause clause, int position) {
    Set<List<String>> asked = questions(sample -> sample.matching().get(position));
    boolean isWhole =
        clause.effect() == Effect.MAY || asked.stream().noneMatch(permitted::contains);
    return new Part(clause, asked, position, isWhole);
  }

  private void deny(Part part) {
    if (part.clause().effect() == Effect.MAY_NOT) {
      excess.removeAll(part.questions());
    }
  }

  private Sentence sentence(Policy policy, List<Part> parts) {
    List<Box> all = new ArrayList<>();
    for (Part part : parts) {
      all.addAll(part.isWhole() ? boxes.of(part.clause()) : needed(part));
    }
    List<Box> joined = Box.joined(all);
    return new Sentence(policy, PointPolicies.rules(policy, joined), remark(parts, joined));
  }

  /** What a MAY would let through, as far as nothing permitted looks like it. */
  private List<Box> needed(Part part) {
    List<Box> needed = new ArrayList<>();
    for (Sample sample : passing) {
      if (sample.matching().get(part.position())
          && excess.remove(view.question(sample.request()))) {
        needed.addAll(samples.questions(sample, view));
      }
    }
    return needed;
  }

  private Optional<String> remark(List<Part> parts, List<Box> rules) {
    if (parts.stream().allMatch(Part::isWhole)) {
      return rules.isEmpty() ? Optional.of("no such call gets here") : Optional.empty();
    }
    return Optional.of(
        rules.isEmpty()
            ? "left to %s: it looks like what is permitted here".formatted(others)
            : "in part: the rest looks like what is permitted here, and is left to " + others);
  }
}
