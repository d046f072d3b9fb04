package dev.onbehalf.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests that a policy speaks of together: those of these users for these resources on these
 * paths.
 *
 * @param actions the actions named; empty for every action
 * @param conditions the context attributes named and the values they may have
 */
public record Clause(
    Effect effect,
    Set<String> users,
    Set<String> actions,
    Set<String> resources,
    PathPattern path,
    Map<String, Set<String>> conditions) {
  public Clause {
    users = NameSet.copyOf(users);
    actions = Set.copyOf(actions);
    resources = NameSet.copyOf(resources);
    conditions = Map.copyOf(conditions);
  }

  /** Whether every part of this clause matches the request. */
  boolean matches(Request request) {
    return users.contains(request.user())
        && matchesTarget(request.target())
        && matchesPath(request.via())
        && matchesContext(request.context());
  }

  /** Whether this clause speaks of the action on the resource. */
  public boolean matchesTarget(Target target) {
    return resources.contains(target.resource())
        && (actions.isEmpty() || actions.contains(target.action()));
  }

  /** A MAY covers exactly the path it names, a MAY NOT every path that passes through it. */
  public boolean matchesPath(List<String> via) {
    return effect == Effect.MAY ? path.names(via) : path.isPassedBy(via);
  }

  /** Whether every condition holds in the context. */
  public boolean matchesContext(Map<String, String> context) {
    return conditions.entrySet().stream()
        .allMatch(
            condition ->
                matchesValue(condition.getKey(), context.getOrDefault(condition.getKey(), "")));
  }

  /** Whether the condition on the attribute, if there is one, allows the value. */
  public boolean matchesValue(String attribute, String value) {
    Set<String> allowed = conditions.get(attribute);
    return allowed == null || allowed.contains(value);
  }
}
