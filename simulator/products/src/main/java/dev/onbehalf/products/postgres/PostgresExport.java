package dev.onbehalf.products.postgres;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.products.export.PointPolicies;
import dev.onbehalf.products.export.PointPolicies.Sentence;
import dev.onbehalf.products.export.Rule;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a scenario for PostgreSQL, whose tables are the resources: agents log in, and switch to
 * the user with {@code SET ROLE}.
 */
public final class PostgresExport {
  static final String ACCOUNTS = "account-per-user-and-agent";

  private static final Field AGENT = new Field(Field.Kind.PATH, Attributes.AGENT);

  static final List<Field> FIELDS = List.of(Field.USER, AGENT, Field.RESOURCE, Field.ACTION);

  private final Mapping mapping;
  private final PointPolicies policies;
  private final Scenario scenario;

  private PostgresExport(Mapping mapping) {
    this.mapping = mapping;
    policies = mapping.policies();
    scenario = mapping.scenario();
  }

  /** What can't be written, each in a sentence. */
  public static List<String> problems(Mapping mapping) {
    return new Unwritable(mapping).sentences();
  }

  /** The files for the database: roles, policies and the mapping. */
  public static List<ExportFile> files(Mapping mapping) {
    PostgresExport export = new PostgresExport(mapping);
    String name = mapping.policies().name();
    return List.of(
        new ExportFile(name + "-roles.sql", export.roles()),
        new ExportFile(name + "-policies.sql", export.policies()),
        mapping.file(PostgresExport::place));
  }

  /** How to have the database read them, where the tables are. */
  public static String check(Mapping mapping) {
    String name = mapping.policies().name();
    return "psql -v ON_ERROR_STOP=1 -1 -f %s-roles.sql -f %s-policies.sql".formatted(name, name);
  }

  private static String place(Field field) {
    return switch (field.kind()) {
      case USER -> "current_user, by SET ROLE";
      case PATH, CONTEXT -> "session_user, the login; the user's own in person";
      case TARGET -> field.equals(Field.RESOURCE) ? "the table" : "the statement";
    };
  }

  private String heading(String... more) {
    return Stream.concat(mapping.lines().stream().limit(1), Stream.of(more))
        .map(PostgresExport::comment)
        .collect(Collectors.joining());
  }

  private static String comment(String line) {
    return "-- " + line + "\n";
  }

  private String roles() {
    List<String> lines = new ArrayList<>();
    lines.add(
        heading(
            "Every user and every agent has a login of its own; give each a certificate or a",
            "password. An agent inherits nothing: it begins each transaction with SET LOCAL ROLE.",
            "It may do so for all who are granted to it, at any time: the user takes no part."));
    Stream.concat(scenario.users().stream(), scenario.agents().stream())
        .map(name -> "CREATE ROLE " + Sql.name(name) + " LOGIN NOINHERIT;\n")
        .forEach(lines::add);
    scenario.agents().stream()
        .filter(agent -> !served(agent).isEmpty())
        .map(agent -> "GRANT %s TO %s;\n".formatted(Sql.names(served(agent)), Sql.name(agent)))
        .forEach(lines::add);
    return String.join("", lines);
  }

  /**
   * Whom the agent can become: with one account for each pair, those for whom it may do something.
   */
  private List<String> served(String agent) {
    return policies.strategy().equals(ACCOUNTS)
        ? scenario.users().stream().filter(user -> isServed(user, agent)).toList()
        : scenario.users();
  }

  private boolean isServed(String user, String agent) {
    return permitting()
        .filter(rule -> values(rule, Field.USER).contains(user))
        .anyMatch(rule -> values(rule, AGENT).contains(agent));
  }

  private Stream<Rule> permitting() {
    return policies.rules().stream().filter(rule -> rule.effect() == Effect.MAY);
  }

  private Set<String> values(Rule rule, Field field) {
    return rule.questions().values().get(policies.fields().indexOf(field));
  }

  private String policies() {
    return heading(
            "What no policy permits is denied, to the owner of a table as well, but not to",
            "superusers. An UPDATE or DELETE that reads rows to find its own takes the right to",
            "read them, too.")
        + served().map(this::table).collect(Collectors.joining())
        + policies.sentences().stream().map(this::sentence).collect(Collectors.joining());
  }

  private Stream<Resource> served() {
    return scenario.resources().stream()
        .filter(resource -> policies.values(Field.RESOURCE).contains(resource.name()));
  }

  private String table(Resource resource) {
    String table = Sql.name(resource.name());
    return """

    ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    REVOKE ALL ON %s FROM PUBLIC;
    """
            .formatted(table, table)
        + resource.actions().stream()
            .map(action -> grant(resource, action))
            .collect(Collectors.joining());
  }

  /** Row-level policies hold for those who may touch the table at all. */
  private String grant(Resource resource, String action) {
    Set<String> roles = new LinkedHashSet<>();
    permitting()
        .filter(rule -> values(rule, Field.RESOURCE).contains(resource.name()))
        .filter(rule -> values(rule, Field.ACTION).contains(action))
        .forEach(
            rule ->
                values(rule, AGENT)
                    .forEach(
                        agent -> roles.addAll(Account.roles(values(rule, Field.USER), agent))));
    return roles.isEmpty()
        ? ""
        : "GRANT %s ON %s TO %s;\n"
            .formatted(command(action).privilege(), Sql.name(resource.name()), Sql.names(roles));
  }

  private static Command command(String action) {
    return Command.of(action).orElseThrow();
  }

  private String sentence(Sentence sentence) {
    return Stream.of(
            Stream.of("\n" + comment(mapping.sentence(sentence))),
            sentence.remark().stream().map(remark -> comment("  " + remark)),
            sentence.rules().stream().flatMap(this::policies))
        .flatMap(some -> some)
        .collect(Collectors.joining());
  }

  private Stream<String> policies(Rule rule) {
    return served()
        .filter(resource -> values(rule, Field.RESOURCE).contains(resource.name()))
        .flatMap(
            resource ->
                resource.actions().stream()
                    .filter(values(rule, Field.ACTION)::contains)
                    .map(action -> policy(rule, resource, action)));
  }

  /** A restrictive policy holds whatever others permit. */
  private String policy(Rule rule, Resource resource, String action) {
    boolean permits = rule.effect() == Effect.MAY;
    String accounts = Account.isOneOf(values(rule, Field.USER), values(rule, AGENT));
    Command command = command(action);
    return "CREATE POLICY %s ON %s%s FOR %s\n  %s;\n"
        .formatted(
            Sql.name(policyName(rule, action)),
            Sql.name(resource.name()),
            permits ? "" : " AS RESTRICTIVE",
            command,
            command.condition(permits ? accounts : "NOT (" + accounts + ")"));
  }

  static String policyName(Rule rule, String action) {
    return rule.id() + " " + action;
  }
}
