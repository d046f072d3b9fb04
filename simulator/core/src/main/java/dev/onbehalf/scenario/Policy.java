package dev.onbehalf.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One policy sentence with its groups resolved.
 *
 * @param line where the sentence begins in the file, counted from 1
 * @param actions the actions named; empty for every action
 * @param conditions the context attributes named and the values they may have
 */
public record Policy(
    String id,
    int line,
    String text,
    Optional<String> because,
    Effect effect,
    Set<String> users,
    Set<String> actions,
    Set<String> resources,
    PathPattern path,
    Map<String, Set<String>> conditions) {
  public Policy {
    users = Set.copyOf(users);
    actions = Set.copyOf(actions);
    resources = Set.copyOf(resources);
    conditions = Map.copyOf(conditions);
  }

  /** Whether every part of this policy matches the request. */
  public boolean matches(Request request) {
    return matchesUser(request.user())
        && matchesTarget(request.target())
        && matchesPath(request.via())
        && matchesContext(request.context());
  }

  /** Whether a request of which this is true is in the scope: matched, and as the policy says. */
  public boolean isDecisive(Request request, Truth truth) {
    return effect.truth() == truth && matches(request);
  }

  /** Whether this policy names the user. */
  public boolean matchesUser(String user) {
    return users.contains(user);
  }

  /** Whether this policy speaks of the action on the resource. */
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
  boolean matchesValue(String attribute, String value) {
    Set<String> allowed = conditions.get(attribute);
    return allowed == null || allowed.contains(value);
  }
}
