package dev.onbehalf.products.cedar;

import dev.onbehalf.products.cedar.Expression.EvaluationException;
import dev.onbehalf.products.cedar.Expression.UnknownExpressionException;
import dev.onbehalf.products.cedar.Value.Entity;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All requests that policies tell apart, and for which of them each policy holds. */
final class World {
  private static final int MOST_REQUESTS = 1_000_000;

  private final Entities entities;
  private final List<Entity> principals;
  private final List<Entity> actions;
  private final List<Entity> resources;
  private final Paths paths;
  private final Map<String, List<Optional<Value>>> context = new LinkedHashMap<>();

  World(
      Entities entities,
      List<Entity> principals,
      List<Entity> actions,
      List<Entity> resources,
      Context compared) {
    this.entities = entities;
    this.principals = List.copyOf(principals);
    this.actions = List.copyOf(actions);
    this.resources = List.copyOf(resources);
    this.paths = new Paths(compared);
    for (String attribute : compared.attributes()) {
      if (!paths.isAttribute(attribute)) {
        List<Optional<Value>> values = new ArrayList<>();
        compared.all(attribute).forEach(value -> values.add(Optional.of(value)));
        if (compared.mayMiss(attribute)) {
          values.add(Optional.empty());
        }
        context.put(attribute, values);
      }
    }
  }

  /**
   * Requests of which each part is one of some.
   *
   * @param context the values of each attribute that matters
   */
  record Box(
      List<Entity> principals,
      List<Entity> actions,
      List<Entity> resources,
      List<List<String>> paths,
      Map<String, List<Optional<Value>>> context) {}

  List<Entity> principals() {
    return principals;
  }

  List<Entity> actions() {
    return actions;
  }

  List<Entity> resources() {
    return resources;
  }

  Paths paths() {
    return paths;
  }

  Map<String, List<Optional<Value>>> context() {
    return context;
  }

  /** The requests for which the policy holds. */
  List<Box> boxes(Policy policy) throws UnknownExpressionException, BadSourceException {
    List<String> attributes = mentioned(policy);
    List<List<?>> axes =
        new ArrayList<>(
            List.of(
                principals.stream().filter(one -> policy.principal().fits(one, entities)).toList(),
                actions.stream().filter(one -> policy.action().fits(one, entities)).toList(),
                resources.stream().filter(one -> policy.resource().fits(one, entities)).toList(),
                paths.all()));
    attributes.forEach(name -> axes.add(context.getOrDefault(name, List.of())));
    long requests = axes.stream().mapToLong(List::size).reduce(1, World::product);
    if (requests > MOST_REQUESTS) {
      throw new BadSourceException(
          policy.node().place(), "tells more than " + MOST_REQUESTS + " requests apart");
    }
    List<Box> boxes = new ArrayList<>();
    for (List<List<?>> box : split(policy, attributes, axes, List.of())) {
      boxes.add(box(attributes, box));
    }
    return boxes;
  }

  private static long product(long some, long others) {
    return Math.min(Integer.MAX_VALUE, some * others);
  }

  private List<String> mentioned(Policy policy) throws BadSourceException {
    Context mentioned = new Context();
    for (Node condition : policy.conditions()) {
      mentioned.add(condition);
    }
    return mentioned.attributes().stream().filter(context::containsKey).toList();
  }

  /** Values after which the same can follow go together, from the last axis to the first. */
  private List<List<List<?>>> split(
      Policy policy, List<String> attributes, List<List<?>> axes, List<Object> chosen)
      throws UnknownExpressionException, BadSourceException {
    if (chosen.size() == axes.size()) {
      return holds(policy, attributes, chosen) ? List.of(List.of()) : List.of();
    }
    Map<List<List<List<?>>>, List<Object>> byRest = new LinkedHashMap<>();
    for (Object value : axes.get(chosen.size())) {
      List<Object> more = new ArrayList<>(chosen);
      more.add(value);
      byRest
          .computeIfAbsent(split(policy, attributes, axes, more), unseen -> new ArrayList<>())
          .add(value);
    }
    List<List<List<?>>> boxes = new ArrayList<>();
    byRest.forEach(
        (rest, values) -> {
          for (List<List<?>> box : rest) {
            List<List<?>> longer = new ArrayList<>();
            longer.add(values);
            longer.addAll(box);
            boxes.add(longer);
          }
        });
    return boxes;
  }

  private boolean holds(Policy policy, List<String> attributes, List<Object> chosen)
      throws UnknownExpressionException, BadSourceException {
    Map<String, Entity> variables =
        Map.of(
            "principal", (Entity) chosen.get(0),
            "action", (Entity) chosen.get(1),
            "resource", (Entity) chosen.get(2));
    Map<String, Value> said = new HashMap<>();
    Optional<Value> path = paths.value(path(chosen.get(3)));
    if (paths.attribute().isPresent() && path.isPresent()) {
      said.put(paths.attribute().get(), path.get());
    }
    for (int i = 0; i < attributes.size(); i++) {
      if (chosen.get(4 + i) instanceof Optional<?> value && value.isPresent()) {
        said.put(attributes.get(i), (Value) value.get());
      }
    }
    Expression expression = new Expression(entities, variables, said);
    try {
      for (Node condition : policy.conditions()) {
        boolean isWhen = condition.require("kind").asText().equals("when");
        if (expression.holds(condition.require("body")) != isWhen) {
          return false;
        }
      }
      return true;
    } catch (EvaluationException e) {
      // A policy that fails is skipped, be it a permission or a prohibition.
      return false;
    }
  }

  private static List<String> path(Object chosen) {
    return ((List<?>) chosen).stream().map(String::valueOf).toList();
  }

  private static Box box(List<String> attributes, List<List<?>> axes) {
    Map<String, List<Optional<Value>>> values = new LinkedHashMap<>();
    for (int i = 0; i < attributes.size(); i++) {
      List<Optional<Value>> some = new ArrayList<>();
      for (Object one : axes.get(4 + i)) {
        some.add(
            one instanceof Optional<?> value ? value.map(Value.class::cast) : Optional.empty());
      }
      values.put(attributes.get(i), some);
    }
    return new Box(
        entities(axes.get(0)),
        entities(axes.get(1)),
        entities(axes.get(2)),
        axes.get(3).stream().map(World::path).toList(),
        values);
  }

  private static List<Entity> entities(List<?> some) {
    return some.stream().map(Entity.class::cast).toList();
  }
}
