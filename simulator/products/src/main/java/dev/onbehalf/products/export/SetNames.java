package dev.onbehalf.products.export;

import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names for the sets of more than one value that rules have in a field: that of a group of the
 * scenario, or else that of the first rule.
 */
public final class SetNames {
  private final Map<Set<String>, String> names = new LinkedHashMap<>();

  /**
   * The names for one field.
   *
   * @param sign before every name, and twice before that of a rule, so that none is that of a group
   *     or a value
   */
  public SetNames(Mapping mapping, Field field, String sign) {
    int position = mapping.policies().fields().indexOf(field);
    for (Rule rule : mapping.policies().rules()) {
      Set<String> values = rule.questions().values().get(position);
      if (values.size() > 1) {
        names.computeIfAbsent(
            values,
            some ->
                field.equals(Field.USER)
                    ? sign + group(mapping.scenario(), some, sign + rule.id())
                    : sign + sign + rule.id());
      }
    }
  }

  private static String group(Scenario scenario, Set<String> users, String other) {
    return scenario.groups().entrySet().stream()
        .filter(group -> users.equals(Set.copyOf(group.getValue())))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(users.equals(Set.copyOf(scenario.users())) ? Keywords.ANYONE : other);
  }

  /** Whether every rule has one value. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** The value itself, or the name of the values. */
  public String name(Set<String> values) {
    return values.size() == 1 ? values.iterator().next() : names.getOrDefault(values, "");
  }

  /** The names of all sets, in the order of the rules. */
  public Map<Set<String>, String> all() {
    return Collections.unmodifiableMap(names);
  }
}
