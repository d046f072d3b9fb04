package dev.onbehalf.products.cedar;

import dev.onbehalf.products.cedar.Policy.Scope;
import dev.onbehalf.products.cedar.Value.Entity;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entities that policies mean by one variable. */
final class Named {
  private final String variable;
  private final Entities entities;
  private final Set<Entity> equal = new LinkedHashSet<>();
  private final Set<Entity> above = new LinkedHashSet<>();
  private final Set<String> types = new LinkedHashSet<>();

  Named(String variable, Entities entities) {
    this.variable = variable;
    this.entities = entities;
  }

  void add(Scope scope, List<Node> conditions) throws BadSourceException {
    (scope.equal() ? equal : above).addAll(scope.entities());
    scope.type().ifPresent(types::add);
    for (Node condition : conditions) {
      add(condition);
    }
  }

  private void add(Node node) throws BadSourceException {
    for (Map.Entry<String, Node> entry : node.fields().entrySet()) {
      String operator = entry.getKey();
      Node inner = entry.getValue();
      if (List.of("==", "!=").contains(operator)) {
        compare(inner.require("left"), inner.require("right"), equal);
        compare(inner.require("right"), inner.require("left"), equal);
      } else if (operator.equals("in")) {
        compare(inner.require("left"), inner.require("right"), above);
      } else if (operator.equals("is") && isVariable(inner.require("left"))) {
        inner.text("entity_type").ifPresent(types::add);
      }
      add(inner);
    }
    for (Node item : node.items()) {
      add(item);
    }
  }

  private boolean isVariable(Node node) throws BadSourceException {
    return node.text("Var").equals(Optional.of(variable));
  }

  private void compare(Node side, Node other, Set<Entity> named) throws BadSourceException {
    if (isVariable(side)) {
      List<Node> literals = new ArrayList<>();
      other.find("Value").ifPresent(literals::add);
      for (Node item : other.find("Set").map(Node::items).orElse(List.of())) {
        item.find("Value").ifPresent(literals::add);
      }
      for (Node literal : literals) {
        if (Value.of(literal).orElse(new Value.Truth(false)) instanceof Entity entity) {
          named.add(entity);
        }
      }
    }
  }

  /** Those in which others may be. */
  Set<Entity> above() {
    return above;
  }

  /** The entities themselves, those in them, and all of their types or of a type called so. */
  List<Entity> all(String usualType) {
    Set<Entity> all = new LinkedHashSet<>(equal);
    for (Entity group : above) {
      List<Entity> inside = leavesIn(group);
      all.addAll(inside.isEmpty() ? List.of(group) : inside);
    }
    Set<String> meant = new LinkedHashSet<>(types);
    all.forEach(one -> meant.add(one.type()));
    for (Entity one : entities.all()) {
      boolean isOfType = meant.contains(one.type()) || one.type().endsWith(usualType);
      if (isOfType && entities.isLeaf(one)) {
        all.add(one);
      }
    }
    return List.copyOf(all);
  }

  private List<Entity> leavesIn(Entity group) {
    return entities.all().stream()
        .filter(one -> !one.equals(group) && entities.isLeaf(one) && entities.isIn(one, group))
        .toList();
  }
}
