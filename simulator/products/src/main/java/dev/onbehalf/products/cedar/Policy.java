package dev.onbehalf.products.cedar;

import dev.onbehalf.products.cedar.Value.Entity;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.scenario.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A static policy in Cedar's JSON form. */
record Policy(String id, Node node, Effect effect, Scope principal, Scope action, Scope resource) {
  /**
   * What the head of a policy says of one variable.
   *
   * @param entities that it equals, or is in; none for any
   * @param type that it must have, if any
   */
  record Scope(boolean equal, List<Entity> entities, Optional<String> type) {
    Scope {
      entities = List.copyOf(entities);
    }

    boolean fits(Entity entity, Entities all) {
      boolean isNamed =
          entities.isEmpty()
              || entities.stream()
                  .anyMatch(one -> equal ? entity.equals(one) : all.isIn(entity, one));
      return isNamed && type.map(entity.type()::equals).orElse(true);
    }

    private static Optional<Scope> of(Node node) throws BadSourceException {
      String operator = node.require("op").asText();
      if (node.find("slot").isPresent()
          || node.find("in").filter(in -> in.find("slot").isPresent()).isPresent()) {
        return Optional.empty();
      }
      return switch (operator) {
        case "All" -> Optional.of(new Scope(false, List.of(), Optional.empty()));
        case "==" ->
            Optional.of(
                new Scope(true, List.of(Entity.of(node.require("entity"))), Optional.empty()));
        case "in" -> Optional.of(new Scope(false, entities(node), Optional.empty()));
        case "is" ->
            Optional.of(
                new Scope(
                    false,
                    node.find("in").isPresent() ? entities(node.require("in")) : List.of(),
                    node.text("entity_type")));
        default ->
            throw new BadSourceException(
                node.place(), "expected the operator `All`, `==`, `in` or `is`");
      };
    }

    private static List<Entity> entities(Node node) throws BadSourceException {
      List<Entity> entities = new ArrayList<>();
      for (Node one :
          node.find("entities").or(() -> node.find("entity")).orElse(node).oneOrMore()) {
        entities.add(Entity.of(one));
      }
      return entities;
    }
  }

  /** The policy; nothing if it is a template. */
  static Optional<Policy> of(String id, Node node) throws BadSourceException {
    Optional<Scope> principal = Scope.of(node.require("principal"));
    Optional<Scope> resource = Scope.of(node.require("resource"));
    Optional<Scope> action = Scope.of(node.require("action"));
    if (principal.isEmpty() || resource.isEmpty() || action.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Policy(id, node, effect(node), principal.get(), action.get(), resource.get()));
  }

  private static Effect effect(Node node) throws BadSourceException {
    return switch (node.require("effect").asText()) {
      case "permit" -> Effect.MAY;
      case "forbid" -> Effect.MAY_NOT;
      default ->
          throw new BadSourceException(
              node.require("effect").place(), "expected `permit` or `forbid`");
    };
  }

  List<Node> conditions() throws BadSourceException {
    return node.list("conditions");
  }
}
