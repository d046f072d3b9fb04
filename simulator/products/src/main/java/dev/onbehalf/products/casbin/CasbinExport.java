package dev.onbehalf.products.casbin;

import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.products.export.PointPolicies;
import dev.onbehalf.products.export.PointPolicies.Sentence;
import dev.onbehalf.products.export.Rule;
import dev.onbehalf.products.export.SetNames;
import dev.onbehalf.scenario.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes what each point enforces as a model of Casbin and its policy. */
public final class CasbinExport {
  private final Mapping mapping;
  private final PointPolicies policies;
  private final Identifiers identifiers;
  /** No name begins with it. */
  private static final String ROLE = "#";

  private final List<SetNames> roles;

  private CasbinExport(Mapping mapping) {
    this.mapping = mapping;
    policies = mapping.policies();
    identifiers = new Identifiers(policies.fields());
    roles =
        policies.fields().stream().map(field -> new SetNames(mapping, field, ROLE)).toList();
  }

  /** The files for one point: its model, its policy and the mapping. */
  public static List<ExportFile> files(Mapping mapping) {
    CasbinExport export = new CasbinExport(mapping);
    String name = mapping.policies().name();
    return List.of(
        new ExportFile(name + "-model.conf", export.model()),
        new ExportFile(name + "-policy.csv", export.policy()),
        mapping.file(field -> "r." + export.identifiers.of(field)));
  }

  /** How to ask the engine one question that the point permits. */
  public static String check(Mapping mapping) {
    String name = mapping.policies().name();
    return "casbin enforceEx -m %s-model.conf -p %s-policy.csv %s"
        .formatted(
            name,
            name,
            mapping.policies().example().stream()
                .map(value -> "'" + value + "'")
                .collect(Collectors.joining(" ")));
  }

  private String model() {
    return """
    %s
    [request_definition]
    r = %s

    [policy_definition]
    p = sentence, %s, eft
    %s
    [policy_effect]
    e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

    [matchers]
    m = %s
    """
        .formatted(heading(), fields(), fields(), roleDefinitions(), matcher());
  }

  private String heading() {
    return mapping.lines().stream().map(CasbinExport::comment).collect(Collectors.joining());
  }

  private static String comment(String line) {
    return "# " + line + "\n";
  }

  private String fields() {
    return policies.fields().stream().map(identifiers::of).collect(Collectors.joining(", "));
  }

  private List<Integer> withRoles() {
    return IntStream.range(0, roles.size())
        .filter(field -> !roles.get(field).isEmpty())
        .boxed()
        .toList();
  }

  /** The first is called {@code g}, the next {@code g2}. */
  private String definition(int field) {
    int place = withRoles().indexOf(field);
    return place == 0 ? "g" : "g" + (place + 1);
  }

  private String roleDefinitions() {
    return withRoles().isEmpty()
        ? ""
        : withRoles().stream()
            .map(field -> definition(field) + " = _, _\n")
            .collect(Collectors.joining("", "\n[role_definition]\n", ""));
  }

  /** What is cheap is compared first. */
  private String matcher() {
    return IntStream.range(0, roles.size())
        .boxed()
        .sorted(Comparator.comparing(field -> !roles.get(field).isEmpty()))
        .map(this::comparison)
        .collect(Collectors.joining(" && "));
  }

  private String comparison(int field) {
    String name = identifiers.of(policies.fields().get(field));
    return roles.get(field).isEmpty()
        ? "r.%s == p.%s".formatted(name, name)
        : "%s(r.%s, p.%s)".formatted(definition(field), name, name);
  }

  private String policy() {
    String rules =
        policies.sentences().stream().map(this::sentence).collect(Collectors.joining("\n"));
    return heading() + "\n" + rules + roleLines();
  }

  private String sentence(Sentence sentence) {
    List<String> lines = new ArrayList<>();
    lines.add(comment(mapping.sentence(sentence)));
    sentence.remark().ifPresent(remark -> lines.add(comment("  " + remark)));
    sentence.rules().forEach(rule -> lines.add(line(rule)));
    return String.join("", lines);
  }

  private String line(Rule rule) {
    Stream<String> values =
        IntStream.range(0, roles.size())
            .mapToObj(field -> roles.get(field).name(rule.questions().values().get(field)));
    String effect = rule.effect() == Effect.MAY ? "allow" : "deny";
    return csv(
        Stream.of(Stream.of("p", rule.id()), values, Stream.of(effect))
            .flatMap(some -> some)
            .toList());
  }

  private String roleLines() {
    return withRoles().stream()
        .map(field -> "\n" + roleLines(roles.get(field), definition(field)))
        .collect(Collectors.joining());
  }

  /** Who has which role. */
  private static String roleLines(SetNames names, String definition) {
    return names.all().entrySet().stream()
        .flatMap(
            role ->
                role.getKey().stream()
                    .map(value -> csv(List.of(definition, value, role.getValue()))))
        .collect(Collectors.joining());
  }

  private static String csv(List<String> values) {
    return values.stream().map(CasbinExport::quoted).collect(Collectors.joining(", ")) + "\n";
  }

  private static String quoted(String value) {
    if (value.chars().anyMatch(letter -> letter == '\n' || letter == '\r')) {
      throw new IllegalArgumentException("Casbin reads line by line: `" + value + "`");
    }
    boolean isPlain = value.chars().noneMatch(letter -> letter == ',' || letter == '"');
    return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** The name of a field in the model, where names are words of letters, digits and underscores. */
  static final class Identifiers {
    /** What the policy has besides, and by what readers of models guess whom a field names. */
    private static final Set<String> TAKEN =
        Set.of(
            "sentence", "eft", "sub", "subject", "obj", "object", "act", "method", "via", "client",
            "app");

    private final List<Field> fields;
    private final List<String> names = new ArrayList<>();

    Identifiers(List<Field> fields) {
      this.fields = List.copyOf(fields);
      for (Field field : fields) {
        names.add(isPlain(field) ? field.name().replace('-', '_') : "context_" + names.size());
      }
    }

    private static boolean isPlain(Field field) {
      boolean isOurs = field.kind() != Field.Kind.CONTEXT;
      boolean isWord = field.name().matches("[a-z][A-Za-z0-9]*") && !TAKEN.contains(field.name());
      return isOurs || isWord;
    }

    String of(Field field) {
      return names.get(fields.indexOf(field));
    }
  }
}
