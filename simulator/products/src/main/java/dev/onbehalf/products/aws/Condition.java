package dev.onbehalf.products.aws;

import dev.onbehalf.products.draft.Losses;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One operator on one key.
 *
 * @param written the operator as it stands there
 * @param set {@code ForAllValues}, {@code ForAnyValue} or nothing
 * @param ifExists whether it holds where the key is missing
 */
record Condition(
    Place place,
    String written,
    String set,
    String operator,
    boolean ifExists,
    String key,
    List<String> values) {
  /** Those whose meaning can be told value by value. */
  private static final List<String> KNOWN =
      List.of(
          "stringequals",
          "stringnotequals",
          "stringequalsignorecase",
          "stringnotequalsignorecase",
          "stringlike",
          "stringnotlike",
          "bool",
          "null");

  private static final String IF_EXISTS = "IfExists";

  Condition {
    values = List.copyOf(values);
  }

  static List<Condition> all(Optional<Node> node, Losses losses) throws BadSourceException {
    List<Condition> conditions = new ArrayList<>();
    if (node.isPresent()) {
      for (Map.Entry<String, Node> operator : node.get().asMap().fields().entrySet()) {
        for (Map.Entry<String, Node> key : operator.getValue().asMap().fields().entrySet()) {
          conditions.add(read(operator.getKey(), key.getKey(), key.getValue(), losses));
        }
      }
    }
    return conditions;
  }

  private static Condition read(String written, String key, Node node, Losses losses)
      throws BadSourceException {
    int colon = written.indexOf(':');
    String set = colon < 0 ? "" : written.substring(0, colon);
    String rest = written.substring(colon + 1);
    boolean ifExists = rest.endsWith(IF_EXISTS);
    String operator = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
    if (!List.of("", "ForAllValues", "ForAnyValue").contains(set)) {
      throw new BadSourceException(node.place(), "expected `ForAllValues` or `ForAnyValue`");
    }
    Condition condition =
        new Condition(
            node.place(),
            written,
            set,
            operator.toLowerCase(Locale.ROOT),
            ifExists,
            key,
            values(node));
    if (condition.isOpaque()) {
      losses.narrowed(
          node.place(), "is an attribute of its own, which holds or fails apart from all others");
    }
    return condition;
  }

  private static List<String> values(Node node) throws BadSourceException {
    List<String> values = new ArrayList<>();
    for (Node one : node.oneOrMore()) {
      boolean isScalar =
          one.kind() != Node.Kind.LIST
              && one.kind() != Node.Kind.MAP
              && one.kind() != Node.Kind.NULL;
      values.add(isScalar ? one.text() : one.asText());
    }
    return values;
  }

  /** The key as AWS compares it. */
  String foldedKey() {
    return key.toLowerCase(Locale.ROOT);
  }

  /** Whether it tells on which path a call came. */
  boolean isOfPath() {
    return PathKey.of(foldedKey()).isPresent();
  }

  /** Whether only AWS can say for which values it holds. */
  boolean isOpaque() {
    return !KNOWN.contains(operator)
        || values.stream().anyMatch(value -> value.contains("${"))
        || (!set.isEmpty() && !isOfPath());
  }

  /** The name of an attribute that says whether it holds. */
  String asAttribute() {
    return String.join(" ", written, key, String.join(" ", values));
  }

  boolean isNull() {
    return operator.equals("null");
  }

  boolean isNegated() {
    return operator.contains("not");
  }

  List<Pattern> patterns() {
    return values.stream().map(Pattern::new).toList();
  }

  /** Whether it holds where the key has these values; none if it is missing. */
  boolean holds(List<String> found) {
    if (isNull()) {
      return values.stream().anyMatch(value -> value.equalsIgnoreCase("true") == found.isEmpty());
    }
    if (set.equals("ForAllValues")) {
      return found.stream().allMatch(this::fits);
    }
    if (set.isEmpty() && found.isEmpty()) {
      return ifExists || isNegated();
    }
    return found.isEmpty() ? ifExists : found.stream().anyMatch(this::fits);
  }

  private boolean fits(String value) {
    boolean isNamed = patterns().stream().anyMatch(pattern -> matches(pattern, value));
    return isNamed != isNegated();
  }

  private boolean matches(Pattern pattern, String value) {
    if (operator.endsWith("like")) {
      return pattern.matches(value);
    }
    boolean ignoresCase = operator.endsWith("ignorecase") || operator.equals("bool");
    return ignoresCase ? pattern.text().equalsIgnoreCase(value) : pattern.text().equals(value);
  }
}
