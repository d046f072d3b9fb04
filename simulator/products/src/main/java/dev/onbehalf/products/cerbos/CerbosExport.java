package dev.onbehalf.products.cerbos;

import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.products.export.PointPolicies;
import dev.onbehalf.products.export.PointPolicies.Sentence;
import dev.onbehalf.products.export.Rule;
import dev.onbehalf.scenario.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes what each point enforces as a policy of Cerbos. Everybody has the one role {@code user}:
 * there a prohibition holds only within a role, so that groups are attributes.
 */
public final class CerbosExport {
  private final Mapping mapping;
  private final PointPolicies policies;
  private final CerbosNames names;

  private CerbosExport(Mapping mapping) {
    this.mapping = mapping;
    policies = mapping.policies();
    names = new CerbosNames(mapping.scenario());
  }

  /**
   * The files for one point: policy, tests and the mapping. The first two have a folder of their
   * own, because Cerbos takes all that it finds for policies.
   */
  public static List<ExportFile> files(Mapping mapping) {
    CerbosExport export = new CerbosExport(mapping);
    String name = mapping.policies().name();
    return List.of(
        new ExportFile(name + "/policy.yaml", export.text()),
        new ExportFile(name + "/policy_test.yaml", new CerbosTests(mapping, export.names).text()),
        mapping.file(export::place));
  }

  /** How to have the engine ask what stands in the tests. */
  public static String check(Mapping mapping) {
    return "cerbos compile " + mapping.policies().name();
  }

  private String place(Field field) {
    return field.equals(Field.ACTION) ? "the action" : names.place(field);
  }

  private String text() {
    return mapping.lines().stream().map(line -> "# " + line + "\n").collect(Collectors.joining())
        + """
        # groups: all that the user is in; none is a list without members
        apiVersion: api.cerbos.dev/v1
        resourcePolicy:
          version: default
          resource: resource
          rules:%s
        """
            .formatted(policies.rules().isEmpty() ? " []" : "")
        + policies.sentences().stream().map(this::sentence).collect(Collectors.joining());
  }

  private String sentence(Sentence sentence) {
    Stream<String> comments =
        Stream.concat(
            Stream.of(mapping.sentence(sentence)),
            sentence.remark().stream().map(remark -> "  " + remark));
    return Stream.concat(
            comments.map(line -> "    # " + line + "\n"), sentence.rules().stream().map(this::rule))
        .collect(Collectors.joining());
  }

  private String rule(Rule rule) {
    return """
        - actions: [%s]
          effect: %s
          roles: [user]
          condition:
            match:
              expr: '%s'
    """
        .formatted(
            values(rule, Field.ACTION).stream()
                .map(CerbosNames::quoted)
                .collect(Collectors.joining(", ")),
            rule.effect() == Effect.MAY ? "EFFECT_ALLOW" : "EFFECT_DENY",
            condition(rule).replace("'", "''"));
  }

  private Set<String> values(Rule rule, Field field) {
    return rule.questions().values().get(policies.fields().indexOf(field));
  }

  private String condition(Rule rule) {
    return IntStream.range(0, policies.fields().size())
        .mapToObj(i -> condition(policies.fields().get(i), rule.questions().values().get(i)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" && "));
  }

  private Optional<String> condition(Field field, Set<String> values) {
    if (field.equals(Field.ACTION) || mapping.isAnyContext(field, values)) {
      return Optional.empty();
    }
    Optional<String> group = field.equals(Field.USER) ? names.group(values) : Optional.empty();
    return Optional.of(
        group
            .map(name -> CerbosNames.quoted(name) + " in P.attr.groups")
            .orElseGet(() -> names.place(field) + comparison(values)));
  }

  private static String comparison(Set<String> values) {
    String quoted = values.stream().map(CerbosNames::quoted).collect(Collectors.joining(", "));
    return values.size() == 1 ? " == " + quoted : " in [" + quoted + "]";
  }
}
