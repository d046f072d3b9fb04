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
    Map<String, Map<String, List<String>>> relations,
    Map<String, List<String>> context,
    Map<String, String> knownTo,
    List<String> localAgents,
    boolean denyByDefault,
    List<NaivePolicy> sentences) {
  static final String EXCEPT = "any agent except";

  /** A world without relations. */
  NaiveWorld(
      List<String> users,
      Map<String, List<String>> groups,
      List<String> agents,
      List<List<String>> chains,
      Map<String, List<String>> resources,
      Map<String, List<String>> context,
      Map<String, String> knownTo,
      List<String> localAgents,
      boolean denyByDefault,
      List<NaivePolicy> sentences) {
    this(
        users,
        groups,
        agents,
        chains,
        resources,
        Map.of(),
        context,
        knownTo,
        localAgents,
        denyByDefault,
        sentences);
  }

  /**
   * A policy in words.
   *
   * @param path empty for every path; an empty list for {@code directly}; {@code any agent except}
   *     stands before those left out
   * @param limited whether the path stands after {@code only}, or {@code except} in a MAY NOT
   */
  record NaivePolicy(
      boolean may,
      List<String> who,
      List<String> except,
      List<String> actions,
      List<String> what,
      Optional<List<List<String>>> path,
      boolean limited,
      Map<String, List<String>> when) {

    /** A policy without {@code only} and {@code except} before its path. */
    NaivePolicy(
        boolean may,
        List<String> who,
        List<String> except,
        List<String> actions,
        List<String> what,
        Optional<List<List<String>>> path,
        Map<String, List<String>> when) {
      this(may, who, except, actions, what, path, false, when);
    }

    /** What SPEC section 1 says that a MAY … only via is: the MAY, and a MAY NOT beside it. */
    List<NaivePolicy> said() {
      return may && limited
          ? List.of(
              new NaivePolicy(true, who, except, actions, what, path, false, when),
              new NaivePolicy(false, who, except, actions, what, path, true, when))
          : List.of(this);
    }

    String sentence() {
      StringBuilder words = new StringBuilder(String.join(", ", who));
      if (!except.isEmpty()) {
        words.append(" except ").append(String.join(", ", except));
      }
      words.append(may ? " MAY " : " MAY NOT ");
      words.append(String.join(", ", actions)).append(' ').append(String.join(", ", what));
      if (limited) {
        words.append(may ? " only" : " except");
      }
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
              .map(hop -> String.join(", ", hop).replace(EXCEPT + ",", EXCEPT))
              .collect(Collectors.joining(" then ", "via ", ""));
    }
  }

  /** This world where nobody but the resource knows the context. */
  NaiveWorld knownToResource() {
    return new NaiveWorld(
        users,
        groups,
        agents,
        chains,
        resources,
        relations,
        context,
        context.keySet().stream().collect(Collectors.toMap(name -> name, any -> "resource")),
        localAgents,
        denyByDefault,
        sentences);
  }

  /** The policies in words: a sentence with {@code only} has two. */
  List<NaivePolicy> policies() {
    return sentences.stream().flatMap(sentence -> sentence.said().stream()).toList();
  }

  /** One request. */
  public record NaiveRequest(
      String user, List<String> via, String resource, String action, Map<String, String> context) {}

  /** The scenario file. */
  String yaml() {
    StringBuilder yaml = new StringBuilder("scenario: world\n");
    yaml.append("users: ").append(users).append('\n');
    yaml.append("groups: ").append(flow(groups)).append('\n');
    yaml.append("agents: ").append(agents).append('\n');
    yaml.append("chains: ").append(chains).append('\n');
    yaml.append("resources: ").append(flow(resources)).append('\n');
    yaml.append("relations:").append(relations.isEmpty() ? " {}\n" : "\n");
    relations.forEach((name, pairs) -> yaml.append("  " + name + ": " + flow(pairs) + "\n"));
    yaml.append("context: ").append(contextFlow()).append('\n');
    yaml.append(
        localAgents.stream()
            .map(agent -> agent + ": user")
            .collect(Collectors.joining(", ", "runs-at: {", "}\n")));
    yaml.append("default: ").append(denyByDefault ? "deny" : "unspecified").append('\n');
    yaml.append("policies:\n");
    sentences.forEach(policy -> yaml.append("  - ").append(policy.sentence()).append('\n'));
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
    if (sentences.stream().anyMatch(policy -> policy.who().contains("nobody"))) {
      callers.add("nobody");
    }
    return callers;
  }

  /** The request, and the others that whoever makes it could make in its place. */
  List<NaiveRequest> sharing(NaiveRequest request) {
    return isAtUser(request)
        ? requests().stream()
            .filter(
                other ->
                    isAtUser(other)
                        && other.user().equals(request.user())
                        && other.resource().equals(request.resource())
                        && other.action().equals(request.action())
                        && other.context().equals(request.context()))
            .toList()
        : List.of(request);
  }

  /** An agent that works for nobody is on no user's machine. */
  private boolean isAtUser(NaiveRequest request) {
    List<String> via = request.via();
    return !request.user().equals("nobody")
        && (via.isEmpty() || localAgents.contains(via.get(via.size() - 1)));
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
  public char truth(NaiveRequest request) {
    char truth = denyByDefault ? '-' : '?';
    for (NaivePolicy policy : policies()) {
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
    String resource = request.resource();
    String everyone = request.user().equals("nobody") ? "" : "anyone";
    return names(policy.who(), request.user(), everyone, resource)
        && (policy.except().isEmpty() || !names(policy.except(), request.user(), "", resource))
        && names(policy.what(), resource, "anything", "")
        && (policy.actions().equals(List.of("use")) || policy.actions().contains(request.action()))
        && policy.path().map(hops -> matchesPath(policy, hops, request)).orElse(true)
        && policy.when().entrySet().stream()
            .allMatch(entry -> entry.getValue().contains(request.context().get(entry.getKey())));
  }

  /**
   * Whether a term of the list stands for the member.
   *
   * @param holder the one to whom the members of relations belong
   */
  private boolean names(List<String> terms, String member, String everyone, String holder) {
    if (terms.get(0).equals(EXCEPT)) {
      return !names(terms.subList(1, terms.size()), member, "", holder);
    }
    return terms.stream().anyMatch(term -> names(term, member, everyone, holder));
  }

  private boolean names(String term, String member, String everyone, String holder) {
    return term.equals(everyone)
        || term.equals(member)
        || relations.getOrDefault(term, Map.of()).getOrDefault(holder, List.of()).contains(member)
        || groups.getOrDefault(term, List.of()).stream()
            .anyMatch(inner -> names(inner, member, everyone, holder));
  }

  private boolean matchesPath(NaivePolicy policy, List<List<String>> hops, NaiveRequest request) {
    List<String> via = request.via();
    boolean passes = isSubsequence(hops, via, request.user());
    boolean exactly = passes && hops.size() == via.size();
    if (policy.limited()) {
      return !exactly;
    }
    return (policy.may() || hops.isEmpty()) ? exactly : passes;
  }

  private boolean isSubsequence(List<List<String>> hops, List<String> via, String user) {
    if (hops.isEmpty()) {
      return true;
    }
    for (int i = 0; i < via.size(); i++) {
      if (names(hops.get(0), via.get(i), "any agent", user)
          && isSubsequence(hops.subList(1, hops.size()), via.subList(i + 1, via.size()), user)) {
        return true;
      }
    }
    return false;
  }
}
