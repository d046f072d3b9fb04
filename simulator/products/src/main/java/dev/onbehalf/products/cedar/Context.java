package dev.onbehalf.products.cedar;

import dev.onbehalf.products.cedar.Value.Entity;
import dev.onbehalf.products.cedar.Value.Text;
import dev.onbehalf.products.cedar.Value.Truth;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What policies compare the attributes of the context with: the values that tell them apart. */
final class Context {
  private final Map<String, Set<Value>> compared = new TreeMap<>();
  private final Map<String, Set<String>> patterns = new LinkedHashMap<>();
  private final Set<String> maybeMissing = new LinkedHashSet<>();

  void add(Node node) throws BadSourceException {
    for (Map.Entry<String, Node> entry : node.fields().entrySet()) {
      Node inner = entry.getValue();
      switch (entry.getKey()) {
        case "==", "!=", "in" -> {
          compare(inner.require("left"), inner.require("right"));
          compare(inner.require("right"), inner.require("left"));
        }
        case "contains" -> compare(inner.require("right"), inner.require("left"));
        case "like" -> like(inner);
        case "has" -> {
          Optional<String> attribute = attribute(inner);
          attribute.ifPresent(maybeMissing::add);
          attribute.ifPresent(this::values);
        }
        case "." -> attribute(inner).ifPresent(this::values);
        default -> {}
      }
      add(inner);
    }
    for (Node item : node.items()) {
      add(item);
    }
  }

  private Set<Value> values(String attribute) {
    return compared.computeIfAbsent(attribute, unseen -> new LinkedHashSet<>());
  }

  /** The attribute of the context, if that is what is asked for. */
  private static Optional<String> attribute(Node access) throws BadSourceException {
    Optional<Node> left = access.find("left").filter(node -> node.kind() == Node.Kind.MAP);
    return left.isPresent() && Expression.isContext(left.get())
        ? access.text("attr")
        : Optional.empty();
  }

  private void compare(Node side, Node other) throws BadSourceException {
    Optional<Node> access = side.find(".");
    Optional<String> attribute = access.isPresent() ? attribute(access.get()) : Optional.empty();
    if (attribute.isPresent()) {
      literals(values(attribute.get()), other);
    }
  }

  private static void literals(Set<Value> values, Node node) throws BadSourceException {
    for (Node item : node.find("Set").map(Node::items).orElse(List.of())) {
      literals(values, item);
    }
    Optional<Node> literal = node.find("Value");
    if (literal.isPresent()) {
      for (Node one : literal.get().oneOrMore()) {
        Value.of(one).ifPresent(values::add);
      }
    }
  }

  private void like(Node inner) throws BadSourceException {
    Optional<Node> access = inner.require("left").find(".");
    Optional<String> attribute = access.isPresent() ? attribute(access.get()) : Optional.empty();
    if (attribute.isPresent()) {
      Like like = new Like(inner.require("pattern"));
      values(attribute.get()).add(new Text(false, like.sample()));
      patterns.computeIfAbsent(attribute.get(), unseen -> new LinkedHashSet<>()).add(like.joined());
    }
  }

  Set<String> attributes() {
    return compared.keySet();
  }

  boolean mayMiss(String attribute) {
    return maybeMissing.contains(attribute);
  }

  /** The patterns that the attribute must be like, without what is between their pieces. */
  Set<String> patterns(String attribute) {
    return patterns.getOrDefault(attribute, Set.of());
  }

  /** The values that policies name. */
  Set<Value> named(String attribute) {
    return compared.getOrDefault(attribute, Set.of());
  }

  /** Those, and one of each kind for all others. */
  Set<Value> all(String attribute) {
    Set<Value> all = new LinkedHashSet<>(named(attribute));
    if (all.isEmpty() || all.stream().anyMatch(Truth.class::isInstance)) {
      all.add(new Truth(true));
      all.add(new Truth(false));
    }
    for (Value value : named(attribute)) {
      if (value instanceof Text) {
        all.add(new Text(false, Value.OTHER));
      } else if (value instanceof Entity entity) {
        all.add(new Entity(entity.type(), Value.OTHER));
      }
    }
    return all;
  }
}
