package dev.onbehalf.products.cedar;

import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.Json;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.products.export.PointPolicies;
import dev.onbehalf.products.export.PointPolicies.Sentence;
import dev.onbehalf.products.export.Rule;
import dev.onbehalf.products.export.SetNames;
import dev.onbehalf.scenario.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes what each point enforces as policies of Cedar, with what they speak of. */
public final class CedarExport {
  /** Before the names of groups that the scenario hasn't, as no name begins with it. */
  private static final String SIGN = "#";

  private final Mapping mapping;
  private final PointPolicies policies;
  private final SetNames groups;
  private final SetNames kinds;

  private CedarExport(Mapping mapping) {
    this.mapping = mapping;
    policies = mapping.policies();
    groups = new SetNames(mapping, Field.USER, SIGN);
    kinds = new SetNames(mapping, Field.RESOURCE, SIGN);
  }

  /** The files for one point: policies, schema, entities, tests and the mapping. */
  public static List<ExportFile> files(Mapping mapping) {
    CedarExport export = new CedarExport(mapping);
    CedarWorld world = new CedarWorld(mapping, export.groups, export.kinds);
    String name = mapping.policies().name();
    return List.of(
        new ExportFile(name + "-policies.cedar", export.text()),
        new ExportFile(name + "-schema.json", Json.text(world.schema())),
        new ExportFile(name + "-entities.json", Json.text(world.entities())),
        new ExportFile(name + "-tests.json", Json.text(new CedarTests(mapping, world).all())),
        mapping.file(CedarExport::place));
  }

  /** How to have the engine ask what stands in the tests. */
  public static String check(Mapping mapping) {
    String name = mapping.policies().name();
    return "cedar run-tests --policies %s-policies.cedar --tests %s-tests.json"
        .formatted(name, name);
  }

  private static String place(Field field) {
    return switch (field.kind()) {
      case USER -> "principal: `User::\"…\"`";
      case PATH, CONTEXT -> CedarText.attribute(field.name());
      case TARGET -> field.equals(Field.RESOURCE) ? "resource: `Resource::\"…\"`" : "action: `Action::\"…\"`";
    };
  }

  private String text() {
    return mapping.lines().stream().map(CedarExport::comment).collect(Collectors.joining())
        + policies.sentences().stream().map(this::sentence).collect(Collectors.joining());
  }

  private static String comment(String line) {
    return "// " + line + "\n";
  }

  private String sentence(Sentence sentence) {
    List<String> lines = new ArrayList<>();
    lines.add("\n" + comment(mapping.sentence(sentence)));
    sentence.remark().ifPresent(remark -> lines.add(comment("  " + remark)));
    sentence.rules().forEach(rule -> lines.add(policy(rule)));
    return String.join("", lines);
  }

  private String policy(Rule rule) {
    return """
    @id(%s)
    %s (
      %s,
      %s,
      %s
    )%s;
    """
        .formatted(
            CedarText.quoted(rule.id()),
            rule.effect() == Effect.MAY ? "permit" : "forbid",
            principal(rule),
            action(rule),
            resource(rule),
            conditions(rule));
  }

  private Set<String> values(Rule rule, Field field) {
    return rule.questions().values().get(policies.fields().indexOf(field));
  }

  private String principal(Rule rule) {
    return policies.fields().contains(Field.USER)
        ? entity("principal", "User", "Group", values(rule, Field.USER), groups)
        : "principal == " + CedarWorld.unseenUser();
  }

  private String resource(Rule rule) {
    return entity("resource", "Resource", "Kind", values(rule, Field.RESOURCE), kinds);
  }

  private static String entity(
      String variable, String type, String groupType, Set<String> values, SetNames names) {
    String name = CedarText.quoted(names.name(values));
    return values.size() == 1
        ? "%s == %s::%s".formatted(variable, type, name)
        : "%s in %s::%s".formatted(variable, groupType, name);
  }

  private String action(Rule rule) {
    List<String> actions =
        values(rule, Field.ACTION).stream()
            .map(action -> "Action::" + CedarText.quoted(action))
            .toList();
    return actions.size() == 1
        ? "action == " + actions.get(0)
        : "action in [" + String.join(", ", actions) + "]";
  }

  private String conditions(Rule rule) {
    List<String> conditions =
        IntStream.range(0, policies.fields().size())
            .boxed()
            .flatMap(
                field ->
                    condition(policies.fields().get(field), rule.questions().values().get(field)))
            .toList();
    return conditions.isEmpty() ? "" : "\nwhen { " + String.join(" && ", conditions) + " }";
  }

  private Stream<String> condition(Field field, Set<String> values) {
    boolean isOfContext = field.kind() == Field.Kind.PATH || field.kind() == Field.Kind.CONTEXT;
    if (!isOfContext || mapping.isAnyContext(field, values)) {
      return Stream.empty();
    }
    List<String> quoted = values.stream().map(CedarText::quoted).toList();
    String attribute = CedarText.attribute(field.name());
    return Stream.of(
        quoted.size() == 1
            ? attribute + " == " + quoted.get(0)
            : "[" + String.join(", ", quoted) + "].contains(" + attribute + ")");
  }
}
