package dev.onbehalf.products.postgres;

import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.products.export.Rule;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.text.PrintableText;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What PostgreSQL has no words for, each in a sentence. */
record Unwritable(Mapping mapping) {
  /** Longer names are cut, so that two might become one. */
  private static final int LONGEST = 63;

  private static final List<String> STRATEGIES = List.of(PostgresExport.ACCOUNTS, "run-as");

  List<String> sentences() {
    String strategy = mapping.policies().strategy();
    if (!STRATEGIES.contains(strategy)) {
      return List.of(
          "PostgreSQL knows logins and roles, and nothing of what `%s` shows; name `--strategy %s`"
              .formatted(strategy, PostgresExport.ACCOUNTS));
    }
    return Stream.of(fields(), names(), actions()).flatMap(some -> some).toList();
  }

  private Stream<String> fields() {
    return mapping.policies().fields().stream()
        .filter(field -> !PostgresExport.FIELDS.contains(field))
        .filter(field -> mapping.policies().rules().stream().anyMatch(rule -> asks(rule, field)))
        .map(field -> "PostgreSQL isn't told " + PrintableText.quoted(field.name()));
  }

  private boolean asks(Rule rule, Field field) {
    int position = mapping.policies().fields().indexOf(field);
    return !mapping.isAnyContext(field, rule.questions().values().get(position));
  }

  private Stream<String> names() {
    Scenario scenario = mapping.scenario();
    return Stream.of(
            scenario.users().stream(),
            scenario.agents().stream(),
            scenario.resources().stream().map(Resource::name),
            scenario.resources().stream().flatMap(this::policyNames))
        .flatMap(some -> some)
        .distinct()
        .flatMap(name -> problem(name).stream());
  }

  private Stream<String> policyNames(Resource resource) {
    return mapping.policies().rules().stream()
        .flatMap(
            rule ->
                resource.actions().stream().map(action -> PostgresExport.policyName(rule, action)));
  }

  private static Optional<String> problem(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return Optional.of(
          "a name of PostgreSQL has at most %d bytes, which %s exceeds"
              .formatted(LONGEST, PrintableText.quoted(name)));
    }
    return name.matches("public|none|pg_.*")
        ? Optional.of("PostgreSQL keeps the name " + PrintableText.quoted(name) + " for itself")
        : Optional.empty();
  }

  private Stream<String> actions() {
    return mapping.scenario().resources().stream()
        .filter(resource -> mapping.policies().values(Field.RESOURCE).contains(resource.name()))
        .flatMap(this::actions);
  }

  private Stream<String> actions(Resource resource) {
    Map<Command, String> taken = new EnumMap<>(Command.class);
    return resource.actions().stream()
        .flatMap(
            action ->
                Command.of(action)
                    .map(
                        command ->
                            Optional.ofNullable(taken.put(command, action))
                                .map(other -> "and `%s` are both %s".formatted(other, command)))
                    .orElse(Optional.of("is no SELECT, INSERT, UPDATE or DELETE"))
                    .stream()
                    .map(why -> "`%s` %s of `%s`".formatted(action, why, resource.name())));
  }
}
