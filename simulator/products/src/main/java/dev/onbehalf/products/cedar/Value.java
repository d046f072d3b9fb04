package dev.onbehalf.products.cedar;

import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A value of Cedar, as far as policies are followed here. */
sealed interface Value permits Value.Text, Value.Truth, Value.Entity, Value.Several {
  /** Stands for a value that no policy names. */
  String OTHER = "*other*";

  /** A string or a number: numbers are only compared for equality. */
  record Text(boolean isNumber, String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A boolean. */
  record Truth(boolean holds) implements Value {
    @Override
    public String toString() {
      return String.valueOf(holds);
    }
  }

  /** An entity by its name. */
  record Entity(String type, String id) implements Value {
    @Override
    public String toString() {
      return type + "::" + id;
    }

    /** The entity of {@code {"type": …, "id": …}}, in {@code __entity} or not. */
    static Entity of(Node node) throws BadSourceException {
      Node name = node.asMap().find("__entity").orElse(node);
      return new Entity(name.require("type").asText(), name.require("id").asText());
    }
  }

  /** A set. */
  record Several(Set<Value> values) implements Value {
    public Several {
      values = Set.copyOf(values);
    }
  }

  /** The value of a JSON node; nothing if it is of a kind that isn't followed. */
  static Optional<Value> of(Node node) throws BadSourceException {
    return switch (node.kind()) {
      case TEXT -> Optional.of(new Text(false, node.text()));
      case NUMBER -> Optional.of(new Text(true, node.text()));
      case BOOLEAN -> Optional.of(new Truth(node.text().equals("true")));
      case MAP ->
          node.find("__entity").isPresent() ? Optional.of(Entity.of(node)) : Optional.empty();
      case LIST -> several(node);
      case NULL -> Optional.empty();
    };
  }

  private static Optional<Value> several(Node node) throws BadSourceException {
    Set<Value> values = new HashSet<>();
    for (Node item : node.items()) {
      Optional<Value> value = of(item);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(new Several(values));
  }
}
