package dev.onbehalf.products.casbin;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.products.casbin.Match.Kind;
import dev.onbehalf.products.casbin.Model.Combining;
import dev.onbehalf.products.casbin.PolicyLines.Line;
import dev.onbehalf.products.draft.Draft;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.draft.Rule;
import dev.onbehalf.products.draft.Way;
import dev.onbehalf.products.draft.Who;
import dev.onbehalf.products.export.PointView;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.scenario.Effect;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a scenario of a Casbin model and its policy. */
public final class CasbinImport {
  /** Where every agent stands in brackets, as in {@code (planner)(writer)}. */
  private static final String PATH = "path";

  private static final Set<String> USERS = Set.of("sub", "subject", "user");
  private static final Set<String> AGENTS = Set.of("agent", "via", "client", "app");
  private static final Set<String> RESOURCES = Set.of("obj", "object", "resource");
  private static final Set<String> ACTIONS = Set.of("act", "action", "method");
  private static final long MOST_COMPARISONS = 20_000_000;
  private static final String EFFECT = "eft";

  /** The agent of a call in person. */
  private static final String NONE = "";

  private final Model model;
  private final PolicyLines lines;
  private final Draft draft;
  private final String user;
  private final String resource;
  private final String action;
  private final Optional<String> agent;
  private final Map<String, Set<String>> values = new HashMap<>();

  private CasbinImport(Model model, PolicyLines lines, Draft draft, SourceFile file)
      throws BadSourceException {
    this.model = model;
    this.lines = lines;
    this.draft = draft;
    this.user = require(USERS, file);
    this.resource = require(RESOURCES, file);
    this.action = require(ACTIONS, file);
    this.agent = field(AGENTS).or(() -> field(Set.of(PATH)).filter(this::hasPaths));
  }

  private Optional<String> field(Set<String> names) {
    return model.matches().keySet().stream().filter(names::contains).findFirst();
  }

  private String require(Set<String> names, SourceFile file) throws BadSourceException {
    return field(names)
        .orElseThrow(
            () ->
                new BadSourceException(
                    file.place(), "no request has a field named as one of " + sorted(names)));
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  /** Reads a model and its policy, in this order. */
  public static Imported read(List<SourceFile> files) throws BadSourceException {
    SourceFile first = files.get(0);
    if (files.size() != 2) {
      throw new BadSourceException(
          first.place(), "expected two files: the model, and then its policy");
    }
    SourceFile policy = files.get(1);
    Draft draft = new Draft(policy.baseName(), "Policy of Casbin");
    Model model = Model.read(first);
    PolicyLines lines = new PolicyLines(policy, model, draft.losses());
    CasbinImport importing = new CasbinImport(model, lines, draft, first);
    for (String field : model.matches().keySet()) {
      if ((long) lines.rules().size() * importing.values(field).size() > MOST_COMPARISONS) {
        throw new BadSourceException(policy.place(), "is more than a scenario can hold");
      }
    }
    importing.permit();
    return draft.finish(policy.place());
  }

  private void permit() {
    List<List<String>> paths = paths();
    draft.users(values(user));
    draft.agents(paths.stream().flatMap(List::stream).distinct().toList());
    for (String field : attributes()) {
      draft.attribute(field, values(field));
    }
    if (model.combining() == Combining.NO_DENY) {
      draft.add(everything());
    }
    lines.rules().forEach(line -> add(line, paths));
  }

  private List<String> attributes() {
    Set<String> known = new LinkedHashSet<>(List.of(user, resource, action));
    agent.ifPresent(known::add);
    return model.matches().keySet().stream().filter(one -> !known.contains(one)).toList();
  }

  /** Whether nothing else stands in the field: it might be a path of another kind. */
  private boolean hasPaths(String field) {
    return named(field).stream().allMatch(value -> value.equals(PointView.path(Way.hops(value))));
  }

  private boolean isPath() {
    return agent.equals(Optional.of(PATH));
  }

  private List<String> path(String value) {
    if (value.isEmpty() || value.equals(Attributes.DIRECTLY)) {
      return List.of();
    }
    return isPath() ? Way.hops(value) : List.of(value);
  }

  private List<List<String>> paths() {
    return agent.map(this::values).orElse(Set.of(NONE)).stream()
        .map(this::path)
        .distinct()
        .toList();
  }

  private Match match(String field) {
    return model.matches().getOrDefault(field, new Match(Kind.EQUAL, ""));
  }

  /** What a request can have in the field, as far as the policy tells it apart. */
  private Set<String> values(String field) {
    return values.computeIfAbsent(field, one -> withOthers(one, named(one)));
  }

  private Set<String> named(String field) {
    List<String> named = lines.rules().stream().map(line -> line.value(field)).toList();
    return match(field).values(named, lines.roles(match(field).roles()));
  }

  private Set<String> withOthers(String field, Set<String> values) {
    if (agent.equals(Optional.of(field))) {
      values.add(NONE);
      // Who takes part in a chain may call alone as well.
      List.copyOf(values)
          .forEach(
              value -> path(value).forEach(one -> values.add(isPath() ? "(" + one + ")" : one)));
    } else if (attributes().contains(field)) {
      values.add(Match.OTHER);
    }
    return values;
  }

  private List<String> fitting(String field, Line line) {
    return values(field).stream()
        .filter(one -> match(field).fits(one, line.value(field), lines.roles(match(field).roles())))
        .toList();
  }

  private Rule everything() {
    return new Rule(
        Effect.MAY,
        Who.anyone(),
        List.copyOf(values(action)),
        List.copyOf(values(resource)),
        Way.every(),
        new TreeMap<>(),
        "what no rule denies");
  }

  private void add(Line line, List<List<String>> paths) {
    String effect = line.fields().getOrDefault(EFFECT, "allow");
    boolean denies = effect.equals("deny");
    if (!denies && !effect.equals("allow")) {
      draft.losses().dropped(line.place(), "its effect is neither `allow` nor `deny`");
    } else if (model.combining() == (denies ? Combining.ALLOW : Combining.NO_DENY)) {
      draft.losses().dropped(line.place(), "has no effect in this model");
    } else {
      add(line, denies ? Effect.MAY_NOT : Effect.MAY, paths);
    }
  }

  private void add(Line line, Effect effect, List<List<String>> paths) {
    List<String> users = fitting(user, line);
    List<String> via = agent.map(field -> fitting(field, line)).orElse(List.of(NONE));
    if (users.isEmpty() || via.isEmpty()) {
      draft.losses().dropped(line.place(), "nobody has this role");
      return;
    }
    Rule rule =
        new Rule(
            effect,
            who(line.value(user), users),
            fitting(action, line),
            fitting(resource, line),
            Way.every(),
            when(line),
            line.place().toString());
    draft.add(rule, via.stream().map(this::path).toList(), paths);
  }

  /** The role by its name, where it is one. */
  private Who who(String named, List<String> users) {
    boolean isRole = match(user).kind() == Kind.ROLE && !users.contains(named);
    if (isRole) {
      draft.group(named, users);
    }
    return Who.of(isRole ? List.of(named) : users);
  }

  private SortedMap<String, List<String>> when(Line line) {
    SortedMap<String, List<String>> when = new TreeMap<>();
    for (String field : attributes()) {
      List<String> some = fitting(field, line);
      if (some.size() < values(field).size()) {
        when.put(field, some);
      }
    }
    return when;
  }
}
