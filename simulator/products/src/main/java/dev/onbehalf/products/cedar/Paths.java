package dev.onbehalf.products.cedar;

import dev.onbehalf.products.cedar.Value.Entity;
import dev.onbehalf.products.cedar.Value.Text;
import dev.onbehalf.products.draft.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The paths that an attribute of the context tells, and what it says on each. */
final class Paths {
  private static final List<String> ATTRIBUTES =
      List.of("path", "agent", "via", "actor", "client", "app");

  private final Optional<String> attribute;
  private final Map<List<String>, Optional<Value>> values = new LinkedHashMap<>();

  Paths(Context context) {
    this.attribute = ATTRIBUTES.stream().filter(context.attributes()::contains).findFirst();
    values.put(List.of(), attribute.flatMap(name -> direct(name, context)));
    attribute.ifPresent(name -> context.named(name).forEach(value -> add(name, value)));
  }

  /** Of a call in person: nothing where that can be asked for, or an empty text. */
  private static Optional<Value> direct(String name, Context context) {
    boolean isText = context.named(name).stream().noneMatch(Entity.class::isInstance);
    return isText && !context.mayMiss(name) ? Optional.of(new Text(false, "")) : Optional.empty();
  }

  private void add(String name, Value value) {
    if (value instanceof Entity entity) {
      values.putIfAbsent(List.of(entity.id()), Optional.of(entity));
    } else if (value instanceof Text text && name.equals(ATTRIBUTES.get(0))) {
      List<String> path = Way.hops(text.text());
      path.forEach(agent -> add(List.of(agent)));
      add(path);
    } else if (!value.toString().isEmpty()) {
      values.putIfAbsent(List.of(value.toString()), Optional.of(value));
    }
  }

  private void add(List<String> path) {
    if (!path.isEmpty()) {
      values.putIfAbsent(path, Optional.of(new Text(false, "(" + String.join(")(", path) + ")")));
    }
  }

  boolean isAttribute(String name) {
    return attribute.equals(Optional.of(name));
  }

  Optional<String> attribute() {
    return attribute;
  }

  List<List<String>> all() {
    return List.copyOf(values.keySet());
  }

  Optional<Value> value(List<String> path) {
    return values.getOrDefault(path, Optional.empty());
  }

  List<String> agents() {
    return values.keySet().stream().flatMap(List::stream).distinct().toList();
  }
}
