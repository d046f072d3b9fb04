package dev.onbehalf.products.export;

import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names for the sets of values that rules have in a field: those of groups of the scenario, or else
 * of the first rule with the set.
 */
public final class SetNames {
  private final Scenario scenario;
  private final int position;
  private final boolean isOfUsers;
  private final Map<Set<String>, String> names = new LinkedHashMap<>();

  /**
   * The names for one field.
   *
   * @param signOfGroups before the name of a group, where it might be taken for that of a user
   * @param signOfRules before that of a rule, so that it is none of a group or a value
   */
  public SetNames(Mapping mapping, Field field, String signOfGroups, String signOfRules) {
    scenario = mapping.scenario();
    position = mapping.policies().fields().indexOf(field);
    isOfUsers = field.equals(Field.USER);
    mapping.policies().rules().stream()
        .filter(this::isSet)
        .forEach(
            rule ->
                names.computeIfAbsent(
                    values(rule),
                    any -> group(rule).map(signOfGroups::concat).orElse(signOfRules + rule.id())));
  }

  private Set<String> values(Rule rule) {
    return rule.questions().values().get(position);
  }

  /** Whether the rule speaks of several values, or of a group that may get others. */
  public boolean isSet(Rule rule) {
    return position >= 0
        && (values(rule).size() > 1 || group(rule).filter(name -> isNamed(name, rule)).isPresent());
  }

  private static boolean isNamed(String group, Rule rule) {
    return List.of(rule.policy().text().split("[\\s,]+", -1)).contains(group);
  }

  /** The group of just these users, that of the sentence before another. */
  private Optional<String> group(Rule rule) {
    List<String> alike =
        scenario.groups().entrySet().stream()
            .filter(group -> isOfUsers && values(rule).equals(Set.copyOf(group.getValue())))
            .map(Map.Entry::getKey)
            .toList();
    return alike.stream()
        .filter(name -> isNamed(name, rule))
        .findFirst()
        .or(() -> alike.stream().findFirst())
        .or(() -> Optional.of(Keywords.ANYONE).filter(any -> isEverybody(rule)));
  }

  private boolean isEverybody(Rule rule) {
    return isOfUsers && values(rule).equals(Set.copyOf(scenario.users()));
  }

  /** Whether every rule has one value. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** The value of the rule, or the name of its values. */
  public String name(Rule rule) {
    return isSet(rule) ? names.getOrDefault(values(rule), "") : values(rule).iterator().next();
  }

  /** The names of all sets, in the order of the rules. */
  public Map<Set<String>, String> all() {
    return Collections.unmodifiableMap(names);
  }
}
