package dev.onbehalf.products.cerbos;

import dev.onbehalf.products.export.Field;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.text.PrintableText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a request to Cerbos has what, as {@code --engine} sends it, and how texts are written. */
record CerbosNames(Scenario scenario) {
  /** The value of the field in a condition. */
  String place(Field field) {
    return switch (field.kind()) {
      case USER -> "P.id";
      case PATH -> member("P.attr", field.name());
      case CONTEXT -> member("P.attr.attributes", attribute(field));
      case TARGET -> "R.id";
    };
  }

  /** The attribute of the context, as the scenario calls it. */
  String attribute(Field field) {
    return scenario.context().stream()
        .map(ContextAttribute::name)
        .filter(field::isOf)
        .findFirst()
        .orElseThrow();
  }

  private static String member(String map, String name) {
    return "%s[%s]".formatted(map, quoted(name));
  }

  /** A group of the scenario that has just these members. */
  Optional<String> group(Set<String> users) {
    return scenario.groups().entrySet().stream()
        .filter(group -> users.size() > 1 && users.equals(Set.copyOf(group.getValue())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The groups that the user is in. */
  List<String> groups(String user) {
    return scenario.groups().entrySet().stream()
        .filter(group -> group.getValue().contains(user))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A text as CEL and YAML both have it, with an escape for whatever ends it or isn't seen. */
  static String quoted(String text) {
    return text.codePoints()
        .mapToObj(CerbosNames::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int letter) {
    if (letter == '"' || letter == '\\') {
      return "\\" + Character.toString(letter);
    }
    return PrintableText.isHidden(letter)
        ? PrintableText.escape(letter)
        : Character.toString(letter);
  }
}
