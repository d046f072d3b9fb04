package dev.onbehalf.products.casbin;

import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.PointPolicies;
import dev.onbehalf.products.export.Rule;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names for sets of values of a field; no value is called as one of them is. */
final class Roles {
  /** No name begins with it. */
  private static final String SIGN = "#";

  private final Map<Set<String>, String> names = new LinkedHashMap<>();

  private Roles() {}

  /** Those that the rules need at the field of this position. */
  static Roles of(Scenario scenario, PointPolicies policies, int position) {
    Roles roles = new Roles();
    boolean isOfUsers = policies.fields().get(position).equals(Field.USER);
    for (Rule rule : policies.rules()) {
      Set<String> values = rule.questions().values().get(position);
      if (values.size() > 1) {
        roles.names.computeIfAbsent(
            values, some -> isOfUsers ? group(scenario, some, rule) : synthetic(rule));
      }
    }
    return roles;
  }

  /** The scenario's own name for these users, if it has one. */
  private static String group(Scenario scenario, Set<String> users, Rule rule) {
    if (users.equals(Set.copyOf(scenario.users()))) {
      return SIGN + Keywords.ANYONE;
    }
    return scenario.groups().entrySet().stream()
        .filter(group -> users.equals(Set.copyOf(group.getValue())))
        .findFirst()
        .map(group -> SIGN + group.getKey())
        .orElse(synthetic(rule));
  }

  private static String synthetic(Rule rule) {
    return SIGN + SIGN + rule.id();
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  String name(Set<String> values) {
    return values.size() == 1 ? values.iterator().next() : names.getOrDefault(values, "");
  }

  /** Who has which role. */
  String lines(String definition) {
    return names.entrySet().stream()
        .flatMap(
            role ->
                role.getKey().stream()
                    .map(
                        value ->
                            CasbinExport.Csv.line(List.of(definition, value, role.getValue()))))
        .collect(Collectors.joining());
  }
}
