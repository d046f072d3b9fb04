package dev.onbehalf.products.export;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.PolicyMatches;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Requests for some resources, one for all whose users and targets policies treat alike. */
final class Samples {
  private static final long MOST = 2_000_000;

  private final Scenario scenario;
  private final PolicyMatches matches;
  private final Map<String, List<String>> users;
  private final Map<Target, List<Target>> targets;
  private final Contexts contexts;
  private final Map<Target, BitSet> ofTarget = new LinkedHashMap<>();
  private final List<Sample> all = new ArrayList<>();

  /**
   * A request.
   *
   * @param matching the positions of the clauses that match it, in the order of the policies
   */
  record Sample(Request request, BitSet matching, Truth truth) {}

  Samples(Scenario scenario, Collection<String> resources) {
    this.scenario = scenario;
    matches = new PolicyMatches(scenario, clause -> true);
    users = alike(scenario.usersAndNobody().stream(), matches::likeness);
    targets =
        alike(
            scenario.targets().stream().filter(one -> resources.contains(one.resource())),
            matches::ofTarget);
    contexts = new Contexts(scenario.context().stream().map(this::needed).toList());
    requireFits();
    users.keySet().forEach(this::add);
  }

  /** The members by the first of those that are alike. */
  private static <T> Map<T, List<T>> alike(Stream<T> members, Function<T, Object> likeness) {
    Map<Object, List<T>> byLikeness = new LinkedHashMap<>();
    members.forEach(
        one -> byLikeness.computeIfAbsent(likeness.apply(one), any -> new ArrayList<>()).add(one));
    Map<T, List<T>> byFirst = new LinkedHashMap<>();
    byLikeness.values().forEach(some -> byFirst.put(some.get(0), some));
    return byFirst;
  }

  /** Of an attribute that no policy asks for, one value stands for all. */
  private ContextAttribute needed(ContextAttribute attribute) {
    return matches.dependOn(attribute.name())
        ? attribute
        : new ContextAttribute(
            attribute.name(), attribute.values().subList(0, 1), attribute.knownTo());
  }

  private void requireFits() {
    double wanted = (double) users.size() * scenario.paths().size() * targets.size();
    for (ContextAttribute attribute : contexts.attributes()) {
      wanted *= attribute.values().size();
    }
    if (wanted > MOST) {
      throw new ScenarioTooLargeException(
          String.format(
              "the policies tell %,.0f kinds of requests apart; at most %,d can be exported",
              wanted, MOST));
    }
  }

  private void add(String user) {
    for (List<String> path : Scenario.pathsOf(user, scenario.paths())) {
      contexts.stream()
          .forEach(
              context ->
                  targets
                      .keySet()
                      .forEach(
                          target ->
                              add(
                                  new Request(
                                      user, path, target.resource(), target.action(), context))));
    }
  }

  private void add(Request request) {
    BitSet matching = (BitSet) matches.ofUser(request.user()).clone();
    matching.and(matches.ofPath(request.via()));
    matching.and(matches.ofContext(request.context()));
    matching.and(ofTarget.computeIfAbsent(request.target(), matches::ofTarget));
    all.add(new Sample(request, matching, matches.truth(matching)));
  }

  List<Sample> all() {
    return List.copyOf(all);
  }

  /** All questions that the point is asked where the sample asks one. */
  List<Box> questions(Sample sample, PointView view) {
    List<String> question = view.question(sample.request());
    return targets.getOrDefault(sample.request().target(), List.of()).stream()
        .map(target -> box(question, sample.request(), target, view))
        .toList();
  }

  private Box box(List<String> question, Request request, Target target, PointView view) {
    List<Set<String>> values = new ArrayList<>();
    for (int i = 0; i < question.size(); i++) {
      boolean isShown = !question.get(i).equals(PointView.UNSEEN);
      List<String> alike = alike(view.fields().get(i), request, target);
      values.add(
          isShown && !alike.isEmpty() ? new LinkedHashSet<>(alike) : Set.of(question.get(i)));
    }
    return new Box(values);
  }

  /** The values that policies treat as they do the one in the request; none where it is alone. */
  private List<String> alike(Field field, Request request, Target target) {
    return switch (field.kind()) {
      case USER -> users.getOrDefault(request.user(), List.of());
      case PATH -> List.of();
      case CONTEXT -> valuesOf(field);
      case TARGET -> List.of(field.equals(Field.RESOURCE) ? target.resource() : target.action());
    };
  }

  /** Policies that ask for an attribute tell its values apart. */
  private List<String> valuesOf(Field field) {
    return scenario.context().stream()
        .filter(one -> field.isOf(one.name()) && !matches.dependOn(one.name()))
        .flatMap(one -> one.values().stream())
        .toList();
  }
}
