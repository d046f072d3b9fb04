package dev.onbehalf.products.cedar;

import dev.onbehalf.products.cedar.Value.Entity;
import dev.onbehalf.products.cedar.Value.Several;
import dev.onbehalf.products.cedar.Value.Text;
import dev.onbehalf.products.cedar.Value.Truth;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evaluates expressions in Cedar's JSON form for one request. */
final class Expression {
  private final Entities entities;
  private final Map<String, Entity> variables;
  private final Map<String, Value> context;

  /**
   * Evaluates for a request.
   *
   * @param variables principal, action and resource
   */
  Expression(Entities entities, Map<String, Entity> variables, Map<String, Value> context) {
    this.entities = entities;
    this.variables = variables;
    this.context = context;
  }

  /** An error of Cedar's own, for which it skips the policy. */
  static final class EvaluationException extends Exception {
    private static final long serialVersionUID = 1L;

    EvaluationException(String message) {
      super(message);
    }
  }

  /** An expression that is not followed here. */
  static final class UnknownExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Node node;

    UnknownExpressionException(Node node) {
      super(String.valueOf(node.place()));
      this.node = node;
    }

    Node node() {
      return node;
    }
  }

  boolean holds(Node node)
      throws EvaluationException, UnknownExpressionException, BadSourceException {
    if (value(node) instanceof Truth truth) {
      return truth.holds();
    }
    throw new EvaluationException("is no boolean");
  }

  private Value value(Node node)
      throws EvaluationException, UnknownExpressionException, BadSourceException {
    if (node.asMap().fields().size() != 1) {
      throw new UnknownExpressionException(node);
    }
    String operator = node.fields().keySet().iterator().next();
    Node inner = node.require(operator);
    return switch (operator) {
      case "Value" -> Value.of(inner).orElseThrow(() -> new UnknownExpressionException(node));
      case "Var" -> variable(inner);
      case "!" -> new Truth(!holds(inner.require("arg")));
      case "&&" -> new Truth(holds(inner.require("left")) && holds(inner.require("right")));
      case "||" -> new Truth(holds(inner.require("left")) || holds(inner.require("right")));
      case "==" -> new Truth(value(inner.require("left")).equals(value(inner.require("right"))));
      case "!=" -> new Truth(!value(inner.require("left")).equals(value(inner.require("right"))));
      case "in" -> new Truth(isIn(value(inner.require("left")), value(inner.require("right"))));
      case "is" -> new Truth(is(inner));
      case "has" -> new Truth(attribute(inner).isPresent());
      case "." -> attribute(inner).orElseThrow(() -> new EvaluationException("is missing"));
      case "like" -> new Truth(like(inner));
      case "contains" -> new Truth(contains(inner));
      case "Set" -> several(inner);
      case "if-then-else" -> value(inner.require(holds(inner.require("if")) ? "then" : "else"));
      default -> throw new UnknownExpressionException(node);
    };
  }

  private Value variable(Node name) throws UnknownExpressionException, BadSourceException {
    Entity entity = variables.get(name.asText());
    if (entity == null) {
      throw new UnknownExpressionException(name);
    }
    return entity;
  }

  private Several several(Node items)
      throws EvaluationException, UnknownExpressionException, BadSourceException {
    Set<Value> values = new HashSet<>();
    for (Node item : items.asList()) {
      values.add(value(item));
    }
    return new Several(values);
  }

  private boolean isIn(Value left, Value right) throws EvaluationException {
    if (left instanceof Entity entity) {
      if (right instanceof Entity other) {
        return entities.isIn(entity, other);
      }
      if (right instanceof Several several
          && several.values().stream().allMatch(Entity.class::isInstance)) {
        return several.values().stream()
            .map(Entity.class::cast)
            .anyMatch(other -> entities.isIn(entity, other));
      }
    }
    throw new EvaluationException("`in` is for entities");
  }

  private boolean is(Node inner)
      throws EvaluationException, UnknownExpressionException, BadSourceException {
    if (!(value(inner.require("left")) instanceof Entity entity)) {
      throw new EvaluationException("`is` is for entities");
    }
    Optional<Node> in = inner.find("in");
    return entity.type().equals(inner.require("entity_type").asText())
        && (in.isEmpty() || isIn(entity, value(in.get())));
  }

  private boolean contains(Node inner)
      throws EvaluationException, UnknownExpressionException, BadSourceException {
    if (value(inner.require("left")) instanceof Several several) {
      return several.values().contains(value(inner.require("right")));
    }
    throw new EvaluationException("`contains` is for sets");
  }

  private boolean like(Node inner)
      throws EvaluationException, UnknownExpressionException, BadSourceException {
    if (value(inner.require("left")) instanceof Text text && !text.isNumber()) {
      return new Like(inner.require("pattern")).matches(text.text());
    }
    throw new EvaluationException("`like` is for strings");
  }

  /** The attribute of an entity, or of the context; nothing if it is missing. */
  private Optional<Value> attribute(Node inner)
      throws EvaluationException, UnknownExpressionException, BadSourceException {
    String name = inner.require("attr").asText();
    Node left = inner.require("left");
    if (isContext(left)) {
      return Optional.ofNullable(context.get(name));
    }
    if (!(value(left) instanceof Entity entity)) {
      throw new EvaluationException("has no attributes");
    }
    Optional<Node> found = entities.attribute(entity, name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<Value> value = Value.of(found.get());
    if (value.isEmpty()) {
      throw new UnknownExpressionException(found.get());
    }
    return value;
  }

  static boolean isContext(Node node) throws BadSourceException {
    return node.text("Var").equals(Optional.of("context"));
  }
}
