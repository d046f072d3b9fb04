package dev.onbehalf.products.cerbos;

import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.products.export.PointPolicies;
import dev.onbehalf.products.export.PointView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions with their answers in the form of Cerbos' own tests. */
record CerbosTests(Mapping mapping, CerbosNames names) {
  private static final int MOST = 500;

  /** The file: who asks, what for, and what is answered; what isn't expected is a denial. */
  String text() {
    Map<String, Set<List<String>>> byCaller = new LinkedHashMap<>();
    for (List<String> question : policies().questions(MOST)) {
      byCaller.computeIfAbsent(caller(question), any -> new LinkedHashSet<>()).add(question);
    }
    List<String> callers = List.copyOf(byCaller.keySet());
    List<String> resources = values(Field.RESOURCE);
    List<String> lines = new ArrayList<>();
    lines.add("name: " + CerbosNames.quoted(policies().name()));
    lines.add("principals:");
    for (int i = 0; i < callers.size(); i++) {
      lines.add("  caller%d: %s".formatted(i + 1, callers.get(i)));
    }
    lines.add("resources:");
    for (int i = 0; i < resources.size(); i++) {
      lines.add(
          "  resource%d: {kind: resource, id: %s}"
              .formatted(i + 1, CerbosNames.quoted(resources.get(i))));
    }
    lines.add("tests:" + (callers.isEmpty() ? " []" : ""));
    for (int i = 0; i < callers.size(); i++) {
      lines.addAll(
          test("caller" + (i + 1), List.copyOf(byCaller.getOrDefault(callers.get(i), Set.of()))));
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private PointPolicies policies() {
    return mapping.policies();
  }

  private List<String> values(Field field) {
    return List.copyOf(policies().values(field));
  }

  private String value(List<String> question, Field field) {
    return question.get(policies().fields().indexOf(field));
  }

  /** The principal with all that it is told of. */
  private String caller(List<String> question) {
    return "{id: %s, roles: [user], attr: {%s}}"
        .formatted(
            CerbosNames.quoted(user(question)),
            Stream.of(
                    Stream.of("groups: " + list(names.groups(user(question)))),
                    attributes(question, Field.Kind.PATH),
                    Stream.of(
                        attributes(question, Field.Kind.CONTEXT)
                            .collect(Collectors.joining(", ", "attributes: {", "}"))))
                .flatMap(some -> some)
                .collect(Collectors.joining(", ")));
  }

  private String user(List<String> question) {
    return policies().fields().contains(Field.USER)
        ? value(question, Field.USER)
        : PointView.UNSEEN;
  }

  private Stream<String> attributes(List<String> question, Field.Kind kind) {
    return policies().fields().stream()
        .filter(field -> field.kind() == kind)
        .map(
            field ->
                CerbosNames.quoted(
                        kind == Field.Kind.CONTEXT ? names.attribute(field) : field.name())
                    + ": "
                    + CerbosNames.quoted(value(question, field)));
  }

  private static String list(List<String> texts) {
    return texts.stream().map(CerbosNames::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Cerbos asks for each of the actions on each of the resources. */
  private List<String> test(String caller, List<List<String>> questions) {
    List<String> actions = asked(questions, Field.ACTION);
    List<String> lines = new ArrayList<>();
    lines.add("- name: " + caller);
    lines.add(
        "  input: {principals: [%s], resources: %s, actions: %s}"
            .formatted(
                caller,
                asked(questions, Field.RESOURCE).stream().map(this::resource).toList(),
                list(actions)));
    lines.add("  expected:");
    for (String resource : asked(questions, Field.RESOURCE)) {
      lines.add(
          "  - {principal: %s, resource: %s, actions: {%s}}"
              .formatted(caller, resource(resource), answers(questions.get(0), resource, actions)));
    }
    return lines;
  }

  private List<String> asked(List<List<String>> questions, Field field) {
    return questions.stream().map(question -> value(question, field)).distinct().toList();
  }

  private String resource(String name) {
    return "resource" + (values(Field.RESOURCE).indexOf(name) + 1);
  }

  private String answers(List<String> question, String resource, List<String> actions) {
    return actions.stream()
        .map(action -> CerbosNames.quoted(action) + ": " + effect(question, resource, action))
        .collect(Collectors.joining(", "));
  }

  private String effect(List<String> question, String resource, String action) {
    List<String> asked = new ArrayList<>(question);
    asked.set(policies().fields().indexOf(Field.RESOURCE), resource);
    asked.set(policies().fields().indexOf(Field.ACTION), action);
    return policies().permits(asked) ? "EFFECT_ALLOW" : "EFFECT_DENY";
  }
}
