package dev.onbehalf.products.aws;

import dev.onbehalf.products.draft.Losses;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.Place;
import dev.onbehalf.scenario.Effect;
import java.util.List;
import java.util.Optional;

/** A statement of a policy, as it is written. */
record Statement(
    Place place,
    String origin,
    Effect effect,
    Principals principals,
    Selection actions,
    Selection resources,
    List<Condition> conditions) {
  private static final List<String> KEYS =
      List.of(
          "Sid Effect Principal NotPrincipal Action NotAction Resource NotResource Condition"
              .split(" ", -1));

  Statement {
    conditions = List.copyOf(conditions);
  }

  /**
   * What is selected by patterns.
   *
   * @param negated whether all else is
   */
  record Selection(List<Pattern> patterns, boolean negated) {
    Selection {
      patterns = List.copyOf(patterns);
    }
  }

  /**
   * Reads a statement.
   *
   * @param holder the user who stands for whoever has the policy, and the resource that has it
   */
  static Statement read(Node node, String holder, Losses losses) throws BadSourceException {
    node.asMap()
        .fields()
        .forEach(
            (key, value) -> {
              if (!KEYS.contains(key)) {
                losses.dropped(value.place(), "no statement has it");
              }
            });
    Optional<Principals> principals = Principals.of(node, losses);
    boolean impliesResource =
        principals.isPresent()
            && node.find("Resource").isEmpty()
            && node.find("NotResource").isEmpty();
    return new Statement(
        node.place(),
        node.place() + node.text("Sid").map(sid -> " (" + sid + ")").orElse(""),
        effect(node.require("Effect")),
        principals.orElse(Principals.holder(holder)),
        selection(node, "Action", "actions", losses),
        impliesResource
            ? new Selection(List.of(new Pattern(holder)), false)
            : selection(node, "Resource", "resources", losses),
        Condition.all(node.find("Condition"), losses));
  }

  private static Effect effect(Node node) throws BadSourceException {
    return switch (node.asText()) {
      case "Allow" -> Effect.MAY;
      case "Deny" -> Effect.MAY_NOT;
      default -> throw new BadSourceException(node.place(), "expected `Allow` or `Deny`");
    };
  }

  private static Selection selection(Node statement, String key, String what, Losses losses)
      throws BadSourceException {
    Optional<Node> others = statement.find("Not" + key);
    if (others.isPresent() && statement.find(key).isPresent()) {
      throw new BadSourceException(others.get().place(), "stands beside `" + key + "`");
    }
    Node node = others.isPresent() ? others.get() : statement.require(key);
    if (others.isPresent()) {
      losses.narrowed(
          node.place(), "of all other " + what + ", those that are named anywhere here");
    }
    for (Node one : node.oneOrMore()) {
      if (!new Pattern(one.asText()).isLiteral()) {
        losses.narrowed(
            one.place(),
            "of all such " + what + ", those that are named here, and one for the rest");
      }
    }
    return new Selection(node.asTexts().stream().map(Pattern::new).toList(), others.isPresent());
  }

  /** Whether it can't be told without the user who calls. */
  boolean hasVariables() {
    return resources.patterns().stream().anyMatch(one -> one.text().contains("${"));
  }
}
