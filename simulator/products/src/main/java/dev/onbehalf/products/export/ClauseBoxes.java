package dev.onbehalf.products.export;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a point sees of the requests that a clause speaks of: the clause as it would say it. */
record ClauseBoxes(Scenario scenario, Collection<String> served, PointView view) {
  /** The questions that the requests of the clause ask; none where no such request passes. */
  List<Box> of(Clause clause) {
    List<String> resources =
        scenario.resources().stream()
            .map(Resource::name)
            .filter(name -> served.contains(name) && clause.resources().contains(name))
            .toList();
    List<List<String>> paths = scenario.paths().stream().filter(clause::matchesPath).toList();
    List<String> users = scenario.users().stream().filter(clause.users()::contains).toList();
    List<String> nobody =
        scenario.hasNobody() && clause.users().contains(Keywords.NOBODY)
            ? List.of(Keywords.NOBODY)
            : List.of();
    List<List<String>> throughAgents = paths.stream().filter(path -> !path.isEmpty()).toList();
    if (resources.isEmpty()) {
      return List.of();
    }
    Targets targets = new Targets(resources, actions(clause, resources));
    return Box.joined(
        Stream.of(
                boxes(clause, targets, users, paths.stream().filter(List::isEmpty).toList()),
                boxes(clause, targets, users, throughAgents),
                boxes(clause, targets, nobody, throughAgents))
            .flatMap(List::stream)
            .toList());
  }

  /** Every action on each of the resources. */
  private record Targets(List<String> resources, List<String> actions) {}

  private List<String> actions(Clause clause, List<String> resources) {
    return scenario.resources().stream()
        .filter(resource -> resources.contains(resource.name()))
        .flatMap(resource -> resource.actions().stream())
        .filter(action -> clause.actions().isEmpty() || clause.actions().contains(action))
        .distinct()
        .toList();
  }

  /** Of calls of one form, which all show the same attributes. */
  private List<Box> boxes(
      Clause clause, Targets targets, List<String> users, List<List<String>> paths) {
    if (users.isEmpty() || paths.isEmpty() || targets.actions().isEmpty()) {
      return List.of();
    }
    Request first =
        new Request(
            users.get(0),
            paths.get(0),
            targets.resources().get(0),
            targets.actions().get(0),
            context());
    return view.isPassedBy(first)
        ? paths.stream()
            .map(path -> box(clause, targets, users, first.on(path)))
            .distinct()
            .toList()
        : List.of();
  }

  private SortedMap<String, String> context() {
    SortedMap<String, String> context = new TreeMap<>();
    scenario.context().forEach(one -> context.put(one.name(), one.values().get(0)));
    return context;
  }

  private Box box(Clause clause, Targets targets, List<String> users, Request onPath) {
    List<String> question = view.question(onPath);
    List<Set<String>> values = new ArrayList<>();
    for (int i = 0; i < question.size(); i++) {
      boolean isShown = !question.get(i).equals(PointView.UNSEEN);
      List<String> spoken = spoken(view.fields().get(i), clause, targets, users);
      values.add(
          isShown && !spoken.isEmpty() ? new LinkedHashSet<>(spoken) : Set.of(question.get(i)));
    }
    return new Box(values);
  }

  /** The values that the clause speaks of; none where the path has one alone. */
  private List<String> spoken(Field field, Clause clause, Targets targets, List<String> users) {
    return switch (field.kind()) {
      case USER -> users;
      case PATH -> List.of();
      case CONTEXT ->
          scenario.context().stream()
              .filter(one -> field.isOf(one.name()))
              .flatMap(one -> values(one, clause))
              .toList();
      case TARGET -> field.equals(Field.RESOURCE) ? targets.resources() : targets.actions();
    };
  }

  private static Stream<String> values(ContextAttribute attribute, Clause clause) {
    Set<String> wanted = clause.conditions().get(attribute.name());
    return attribute.values().stream().filter(value -> wanted == null || wanted.contains(value));
  }
}
