package dev.onbehalf.products.draft;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a scenario as a file. */
final class ScenarioText {
  /** A sentence has 65,536 characters at most. */
  private static final int MOST_NAMES = 60;

  private static final int MOST_IN_SCENARIO_NAME = 60;

  private final Naming naming;
  private final Naming actions = new Naming();
  private final Naming attributes = new Naming();
  private final Map<String, Naming> values = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  ScenarioText(Naming naming) {
    this.naming = naming;
  }

  /** What was renamed, as far as it has been written. */
  Set<String> changedNames() {
    Set<String> changed = new LinkedHashSet<>(naming.changed());
    changed.addAll(actions.changed());
    changed.addAll(attributes.changed());
    values.values().forEach(one -> changed.addAll(one.changed()));
    return changed;
  }

  String write(
      String name,
      String about,
      Set<String> users,
      Set<String> agents,
      Map<String, List<String>> groups,
      Map<String, Set<String>> resources,
      Map<String, Set<String>> context,
      Set<List<String>> chains,
      List<Rule> rules,
      Losses losses) {
    // First come the names that the sentences use most.
    line("scenario: " + scenarioName(name));
    line("about: " + quoted(about));
    names("users", mapped(users, this::user));
    if (!agents.isEmpty()) {
      names("agents", mapped(agents, this::agent));
    }
    if (!chains.isEmpty()) {
      line("chains:");
      chains.forEach(chain -> line("- [" + String.join(", ", mapped(chain, this::agent)) + "]"));
    }
    line("resources:");
    resources.forEach(
        (resource, has) -> names("  " + resource(resource), mapped(has, this::action)));
    if (!groups.isEmpty()) {
      line("groups:");
      groups.forEach((group, has) -> names("  " + group(group), mapped(has, this::user)));
    }
    if (!context.isEmpty()) {
      line("context:");
      context.forEach(
          (key, has) -> names("  " + attribute(key), mapped(has, one -> value(key, one))));
    }
    line("policies:");
    String origin = "";
    for (Rule rule : rules) {
      if (!rule.origin().equals(origin)) {
        comment(rule.origin());
        origin = rule.origin();
      }
      sentences(rule, users, groups).forEach(sentence -> line("- " + sentence));
    }
    line("");
    comment(losses.count());
    losses.lines().forEach(this::comment);
    changedNames().forEach(this::comment);
    return text.toString();
  }

  private static List<String> mapped(
      Collection<String> names, java.util.function.UnaryOperator<String> name) {
    return names.stream().map(name).toList();
  }

  private static String scenarioName(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String cut = plain.substring(0, Math.min(plain.length(), MOST_IN_SCENARIO_NAME));
    return cut.isEmpty() ? "imported" : cut;
  }

  private static String quoted(String about) {
    return "'" + PrintableText.escaped(about).replace("'", "''") + "'";
  }

  private void comment(String words) {
    line("# " + PrintableText.escaped(words));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** A list on one line if there is room. */
  private void names(String key, List<String> names) {
    String flow = key + ": [" + String.join(", ", names) + "]";
    if (flow.length() <= 100) {
      line(flow);
      return;
    }
    line(key + ":");
    names.forEach(name -> line("  ".repeat(key.startsWith(" ") ? 2 : 1) + "- " + name));
  }

  private List<String> sentences(Rule rule, Set<String> users, Map<String, List<String>> groups) {
    List<String> sentences = new ArrayList<>();
    for (String who : who(rule.who(), users, groups)) {
      for (List<String> some : pieces(rule.actions())) {
        for (List<String> resources : pieces(rule.resources())) {
          for (String way : ways(rule.way())) {
            sentences.add(
                who
                    + (rule.effect() == Effect.MAY ? " MAY " : " MAY NOT ")
                    + String.join(", ", mapped(some, this::action))
                    + " "
                    + String.join(", ", mapped(resources, this::resource))
                    + way
                    + when(rule));
          }
        }
      }
    }
    return sentences;
  }

  private List<String> who(Who who, Set<String> users, Map<String, List<String>> groups) {
    String except = who.except().isEmpty() ? "" : " except " + userNames(who.except(), groups);
    return switch (who.kind()) {
      case NOBODY -> List.of("nobody");
      case ANYONE -> List.of("anyone" + except);
      case NAMED ->
          except.isEmpty() && new LinkedHashSet<>(who.names()).equals(users)
              ? List.of("anyone")
              : pieces(who.names()).stream().map(some -> userNames(some, groups) + except).toList();
    };
  }

  private String userNames(List<String> names, Map<String, List<String>> groups) {
    return names.stream()
        .map(name -> groups.containsKey(name) ? group(name) : user(name))
        .collect(Collectors.joining(", "));
  }

  private String hops(Way way) {
    return way.hops().stream()
        .map(hop -> String.join(", ", mapped(hop, this::agent)))
        .collect(Collectors.joining(" then "));
  }

  private List<String> ways(Way way) {
    return switch (way.kind()) {
      case EVERY -> List.of("");
      case DIRECTLY -> List.of(" directly");
      case ANY_AGENT -> List.of(" via any agent");
      case ONE_OF ->
          pieces(way.agents()).stream()
              .map(some -> " via " + String.join(", ", mapped(some, this::agent)))
              .toList();
      case CHAIN -> List.of(" via " + hops(way));
      case EXCEPT -> List.of(" except via " + hops(way));
    };
  }

  private String when(Rule rule) {
    return rule.when().isEmpty()
        ? ""
        : rule.when().entrySet().stream()
            .map(
                entry ->
                    attribute(entry.getKey())
                        + " is "
                        + String.join(
                            ", ", mapped(entry.getValue(), v -> value(entry.getKey(), v))))
            .collect(Collectors.joining(" and ", " when ", ""));
  }

  private static List<List<String>> pieces(List<String> names) {
    List<List<String>> pieces = new ArrayList<>();
    for (int i = 0; i < names.size(); i += MOST_NAMES) {
      pieces.add(names.subList(i, Math.min(names.size(), i + MOST_NAMES)));
    }
    return pieces;
  }

  private String user(String raw) {
    return naming.of("user", raw);
  }

  private String group(String raw) {
    return naming.of("group", raw);
  }

  private String agent(String raw) {
    return naming.of("agent", raw);
  }

  private String resource(String raw) {
    return naming.of("resource", raw);
  }

  private String action(String raw) {
    return actions.of("action", raw);
  }

  private String attribute(String raw) {
    return attributes.of("attribute", raw);
  }

  /** Values of one attribute differ from each other only. */
  private String value(String key, String raw) {
    return values.computeIfAbsent(key, unseen -> new Naming()).of("value of " + key, raw);
  }
}
