package dev.onbehalf.products.cedar;

import dev.onbehalf.products.cedar.Value.Entity;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entities, whose parents and attributes they have. */
final class Entities {
  private final Map<Entity, Set<Entity>> parents = new LinkedHashMap<>();
  private final Map<Entity, Map<String, Node>> attributes = new LinkedHashMap<>();
  private final Map<Entity, Set<Entity>> ancestors = new LinkedHashMap<>();

  private final Set<Entity> withChildren = new LinkedHashSet<>();

  void add(Node node) throws BadSourceException {
    Entity entity = Entity.of(node.require("uid"));
    Set<Entity> above = new LinkedHashSet<>();
    for (Node parent : node.list("parents")) {
      above.add(Entity.of(parent));
    }
    withChildren.addAll(above);
    if (parents.put(entity, above) != null) {
      throw new BadSourceException(node.place(), "is there already: " + entity);
    }
    attributes.put(entity, node.find("attrs").map(Node::fields).orElse(Map.of()));
  }

  Set<Entity> all() {
    return parents.keySet();
  }

  /** Whether no other entity is in it. */
  boolean isLeaf(Entity entity) {
    return !withChildren.contains(entity);
  }

  /** Whether it is the other, or in it. */
  boolean isIn(Entity entity, Entity other) {
    return entity.equals(other)
        || ancestors.computeIfAbsent(entity, this::ancestors).contains(other);
  }

  private Set<Entity> ancestors(Entity entity) {
    Set<Entity> all = new LinkedHashSet<>();
    Deque<Entity> next = new ArrayDeque<>(parents.getOrDefault(entity, Set.of()));
    while (!next.isEmpty()) {
      Entity one = next.remove();
      if (all.add(one)) {
        next.addAll(parents.getOrDefault(one, Set.of()));
      }
    }
    return all;
  }

  Optional<Node> attribute(Entity entity, String name) {
    return Optional.ofNullable(attributes.getOrDefault(entity, Map.of()).get(name));
  }
}
