package dev.onbehalf.simulation.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A scenario as a deliberately naive reference sees it: sentences kept as words, and every question
 * answered by looking at every request. Shares no code with the engine.
 */
public record NaiveWorld(
    List<String> users,
    Map<String, List<String>> groups,
    List<String> agents,
    List<List<String>> chains,
    Map<String, List<String>> resources,
    Map<String, List<String>> context,
    Map<String, String> knownTo,
    boolean denyByDefault,
    List<NaivePolicy> policies) {

  /**
   * A policy in words.
   *
   * @param path empty for every path; an empty list for {@code directly}
   */
  record NaivePolicy(
      boolean may,
      List<String> who,
      List<String> except,
      List<String> actions,
      List<String> what,
      Optional<List<List<String>>> path,
      Map<String, List<String>> when) {
    String sentence() {
      StringBuilder words = new StringBuilder(String.join(", ", who));
      if (!except.isEmpty()) {
        words.append(" except ").append(String.join(", ", except));
      }
      words.append(may ? " MAY " : " MAY NOT ");
      words.append(String.join(", ", actions)).append(' ').append(String.join(", ", what));
      path.ifPresent(hops -> words.append(' ').append(path(hops)));
      String conditions =
          when.entrySet().stream()
              .map(entry -> entry.getKey() + " is " + String.join(", ", entry.getValue()))
              .collect(Collectors.joining(" and "));
      return words + (conditions.isEmpty() ? "" : " when " + conditions);
    }

    private static String path(List<List<String>> hops) {
      return hops.isEmpty()
          ? "directly"
          : hops.stream()
              .map(hop -> String.join(", ", hop))
              .collect(Collectors.joining(" then ", "via ", ""));
    }
  }

  /** One request. */
  record NaiveRequest(
      String user, List<String> via, String resource, String action, Map<String, String> context) {}

  /** The scenario file. */
  String yaml() {
    StringBuilder yaml = new StringBuilder("scenario: world\n");
    yaml.append("users: ").append(users).append('\n');
    yaml.append("groups: ").append(flow(groups)).append('\n');
    yaml.append("agents: ").append(agents).append('\n');
    yaml.append("chains: ").append(chains).append('\n');
    yaml.append("resources: ").append(flow(resources)).append('\n');
    yaml.append("context: ").append(contextFlow()).append('\n');
    yaml.append("default: ").append(denyByDefault ? "deny" : "unspecified").append('\n');
    yaml.append("policies:\n");
    policies.forEach(policy -> yaml.append("  - ").append(policy.sentence()).append('\n'));
    return yaml.toString();
  }

  private static String flow(Map<String, List<String>> map) {
    return map.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String contextFlow() {
    return context.entrySet().stream()
        .map(
            entry ->
                "%s: {values: %s, known-to: %s}"
                    .formatted(entry.getKey(), entry.getValue(), knownTo(entry.getKey())))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Who knows the attribute. */
  String knownTo(String attribute) {
    return knownTo.getOrDefault(attribute, "caller");
  }

  List<NaiveRequest> requests() {
    List<List<String>> paths = new ArrayList<>();
    paths.add(List.of());
    agents.forEach(agent -> paths.add(List.of(agent)));
    paths.addAll(chains);
    List<NaiveRequest> requests = new ArrayList<>();
    for (String user : callers()) {
      for (List<String> path : paths) {
        if (user.equals("nobody") && path.isEmpty()) {
          continue;
        }
        for (Map.Entry<String, List<String>> resource : resources.entrySet()) {
          for (String action : resource.getValue()) {
            for (Map<String, String> context : contexts()) {
              requests.add(new NaiveRequest(user, path, resource.getKey(), action, context));
            }
          }
        }
      }
    }
    return requests;
  }

  /** The users, and nobody if a policy speaks of it. */
  private List<String> callers() {
    List<String> callers = new ArrayList<>(users);
    if (policies.stream().anyMatch(policy -> policy.who().contains("nobody"))) {
      callers.add("nobody");
    }
    return callers;
  }

  /** What a caller can write for each attribute, as pieces of evidence. */
  Map<String, List<Map<String, String>>> words() {
    return Map.of(
        "user",
        callers().stream().map(user -> Map.of("user", user)).toList(),
        "agent",
        agents.stream().map(agent -> Map.of("agent", agent)).toList(),
        "first-agent",
        agents.stream().map(agent -> Map.of("first-agent", agent)).toList(),
        "context",
        contexts().stream().map(this::sayable).distinct().toList());
  }

  /** Nobody takes a caller's word for what the login or the resource knows. */
  private Map<String, String> sayable(Map<String, String> values) {
    return inEvidence(values, "caller");
  }

  /** What is known to these, as evidence. */
  Map<String, String> inEvidence(Map<String, String> values, String... known) {
    Map<String, String> evidence = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (List.of(known).contains(knownTo(name))) {
            evidence.put("context." + name, value);
          }
        });
    return evidence;
  }

  private List<Map<String, String>> contexts() {
    List<Map<String, String>> contexts = new ArrayList<>();
    contexts.add(new TreeMap<>());
    context.forEach(
        (attribute, values) -> {
          List<Map<String, String>> shorter = List.copyOf(contexts);
          contexts.clear();
          for (Map<String, String> prefix : shorter) {
            for (String value : values) {
              Map<String, String> longer = new TreeMap<>(prefix);
              longer.put(attribute, value);
              contexts.add(longer);
            }
          }
        });
    return contexts;
  }

  /** {@code +} permitted, {@code -} denied, {@code ?} unspecified. */
  char truth(NaiveRequest request) {
    char truth = denyByDefault ? '-' : '?';
    for (NaivePolicy policy : policies) {
      if (matches(policy, request)) {
        if (!policy.may()) {
          return '-';
        }
        truth = '+';
      }
    }
    return truth;
  }

  boolean matches(NaivePolicy policy, NaiveRequest request) {
    String everyone = request.user().equals("nobody") ? "" : "anyone";
    return names(policy.who(), request.user(), everyone)
        && !names(policy.except(), request.user(), "")
        && names(policy.what(), request.resource(), "anything")
        && (policy.actions().equals(List.of("use")) || policy.actions().contains(request.action()))
        && policy.path().map(hops -> matches(policy.may(), hops, request.via())).orElse(true)
        && policy.when().entrySet().stream()
            .allMatch(entry -> entry.getValue().contains(request.context().get(entry.getKey())));
  }

  private boolean names(List<String> terms, String member, String everyone) {
    return terms.stream()
        .anyMatch(
            term ->
                term.equals(everyone)
                    || term.equals(member)
                    || groups.getOrDefault(term, List.of()).contains(member));
  }

  private boolean matches(boolean may, List<List<String>> hops, List<String> via) {
    if (may || hops.isEmpty()) {
      return hops.size() == via.size() && isSubsequence(hops, via);
    }
    return isSubsequence(hops, via);
  }

  private boolean isSubsequence(List<List<String>> hops, List<String> via) {
    if (hops.isEmpty()) {
      return true;
    }
    for (int i = 0; i < via.size(); i++) {
      if (names(hops.get(0), via.get(i), "any agent")
          && isSubsequence(hops.subList(1, hops.size()), via.subList(i + 1, via.size()))) {
        return true;
      }
    }
    return false;
  }
}
