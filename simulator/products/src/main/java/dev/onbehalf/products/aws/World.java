package dev.onbehalf.products.aws;

import dev.onbehalf.products.aws.PathKey.Agent;
import dev.onbehalf.products.aws.Statement.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Everything that the statements name, and one for the rest of each pattern. */
final class World {
  /** No name of anything in AWS. */
  static final String OTHER = "*other*";

  static final String MISSING = "*missing*";
  static final String OTHER_PRINCIPAL = "*other principal*";

  private static final String OTHER_SERVICE = "*other service*";
  private static final String MCP_SERVER = "aws-mcp.amazonaws.com";
  private static final String PASS_ROLE = "iam:passrole";

  private static final long MOST_TARGETS = 50_000_000;

  private final Map<String, String> actions = new LinkedHashMap<>();
  private final Set<String> resources = new LinkedHashSet<>();
  private final Set<String> users = new LinkedHashSet<>();
  private final Map<String, Agent> agents = new LinkedHashMap<>();
  private final Set<String> services = new LinkedHashSet<>();
  private final Map<String, String> keys = new TreeMap<>();
  private final Map<String, Set<String>> values = new LinkedHashMap<>();

  /** Actions and resources that one statement names. */
  private final Set<List<String>> together = new HashSet<>();

  private boolean passesRoles;

  World(List<Statement> statements) {
    statements.forEach(this::add);
  }

  private void add(Statement statement) {
    Principals principals = statement.principals();
    users.addAll(principals.users());
    if (principals.everyone() || principals.negated()) {
      users.add(OTHER_PRINCIPAL);
    }
    principals.services().forEach(this::service);
    statement.actions().patterns().forEach(one -> action(one.sample()));
    statement.resources().patterns().forEach(one -> resources.add(one.sample()));
    for (Pattern action : statement.actions().patterns()) {
      for (Pattern resource : statement.resources().patterns()) {
        together.add(List.of(action.sample().toLowerCase(Locale.ROOT), resource.sample()));
      }
    }
    if (statement.actions().negated()) {
      action("other:other");
    }
    if (statement.resources().negated()) {
      resources.add("other");
    }
    statement.conditions().forEach(this::add);
  }

  private void action(String name) {
    actions.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
  }

  private void service(String name) {
    services.add(name);
    agents.putIfAbsent(name, new Agent(name, false));
  }

  private void add(Condition condition) {
    if (condition.isOpaque()) {
      return;
    }
    PathKey.of(condition.foldedKey())
        .ifPresentOrElse(key -> path(key, condition), () -> context(condition));
  }

  private void path(PathKey key, Condition condition) {
    passesRoles |= key == PathKey.PASSED_TO;
    boolean byName = !key.isBoolean() && !condition.isNull();
    if (byName) {
      condition
          .patterns()
          .forEach(one -> agents.putIfAbsent(one.sample(), new Agent(one.sample(), key.isOfMcp())));
    }
    if (!byName || condition.isNegated()) {
      String other = key.isOfMcp() ? MCP_SERVER : OTHER_SERVICE;
      agents.putIfAbsent(other, new Agent(other, key.isOfMcp()));
    }
  }

  private void context(Condition condition) {
    String key = keys.computeIfAbsent(condition.foldedKey(), unseen -> condition.key());
    Set<String> domain = values.computeIfAbsent(key, unseen -> new LinkedHashSet<>());
    if (condition.operator().equals("bool")) {
      domain.addAll(List.of("true", "false"));
    } else if (!condition.isNull()) {
      boolean isPattern = condition.operator().endsWith("like");
      condition.patterns().forEach(one -> domain.add(isPattern ? one.sample() : one.text()));
    }
    domain.add(OTHER);
    domain.add(MISSING);
  }

  /** Whether there are more actions on resources than anybody could look through. */
  boolean isTooLarge(int statements) {
    return (long) actions.size() * resources.size() * statements > MOST_TARGETS;
  }

  Set<String> users() {
    return users;
  }

  Set<String> agents() {
    return agents.keySet();
  }

  /** Whether services act for themselves, too. */
  boolean hasServices() {
    return !services.isEmpty();
  }

  Map<String, Set<String>> context() {
    return values;
  }

  /** How the attribute of the condition is written. */
  String attribute(Condition condition) {
    return keys.getOrDefault(condition.foldedKey(), condition.key());
  }

  /** The values of its attribute for which the condition holds. */
  Set<String> values(Condition condition) {
    Set<String> holding = new LinkedHashSet<>();
    for (String value : values.getOrDefault(attribute(condition), Set.of())) {
      if (condition.holds(value.equals(MISSING) ? List.of() : List.of(value))) {
        holding.add(value);
      }
    }
    return holding;
  }

  /** Whether calls of the action name the service to which a role is passed. */
  boolean isPassing(String action) {
    return passesRoles && action.equalsIgnoreCase(PASS_ROLE);
  }

  /** Whether the conditions on the path hold for calls in person. */
  boolean holdsDirectly(Statement statement, boolean passing) {
    return holds(statement, Optional.empty(), passing);
  }

  /** The agents through which the conditions on the path hold. */
  List<String> holdsVia(Statement statement, boolean passing) {
    return agents.values().stream()
        .filter(agent -> holds(statement, Optional.of(agent), passing))
        .map(Agent::name)
        .toList();
  }

  private static boolean holds(Statement statement, Optional<Agent> agent, boolean passing) {
    return statement.conditions().stream()
        .filter(one -> one.isOfPath() && !one.isOpaque())
        .allMatch(one -> one.holds(PathKey.of(one.foldedKey()).orElseThrow().on(agent, passing)));
  }

  /** The resources of the statement, sorted by the actions that it has on each. */
  Map<List<String>, List<String>> targets(Statement statement, boolean passing) {
    Map<List<String>, List<String>> byActions = new LinkedHashMap<>();
    for (String resource : resources) {
      if (selects(statement.resources(), resource, false)) {
        List<String> having = new ArrayList<>();
        for (String action : actions.values()) {
          if (isPassing(action) == passing
              && selects(statement.actions(), action, true)
              && belong(action, resource)) {
            having.add(action);
          }
        }
        byActions.computeIfAbsent(having, unseen -> new ArrayList<>()).add(resource);
      }
    }
    return byActions;
  }

  private static boolean selects(Selection selection, String name, boolean ignoringCase) {
    return selection.negated()
        != selection.patterns().stream()
            .anyMatch(one -> ignoringCase ? one.matchesIgnoringCase(name) : one.matches(name));
  }

  /** Whether there are calls of the action on the resource: of one service, or named together. */
  private boolean belong(String action, String resource) {
    String[] arn = resource.split(":", 4);
    String service = action.substring(0, Math.max(0, action.indexOf(':')));
    boolean unknown =
        arn.length < 4
            || !arn[0].equals("arn")
            || arn[2].contains("other")
            || arn[2].isEmpty()
            || service.isEmpty()
            || service.contains("other");
    return unknown
        || arn[2].equalsIgnoreCase(service)
        || together.contains(List.of(action.toLowerCase(Locale.ROOT), resource));
  }
}
