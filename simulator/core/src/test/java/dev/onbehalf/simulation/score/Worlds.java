package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.score.NaiveWorld.NaivePolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Worlds to compare engine and reference on: all small ones, and larger ones by seed. */
public final class Worlds {
  // Names as a probe might give them to its own users, agents, attributes and values.
  private static final List<String> USERS = List.of("user", "stranger", "probe-user", "u", "user1");
  private static final List<String> AGENTS = List.of("agent-1", "Directly", "agent", "first-agent");
  private static final List<String> RESOURCES = List.of("resource", "context", "target");
  private static final List<String> ATTRIBUTES = List.of("agent", "context.user");
  private static final Map<String, String> RELATIONS =
      Map.of("team", "owner", "fleet", "assistant");
  private static final List<String> VALUES = List.of("agent-1", "stranger", "prior-agents");

  // Where tests run anew for each mutant of the code, one world of so many has to do.
  private static final int EVERY = Integer.getInteger("worlds.every", 1);

  /** So many random worlds have something of everything. */
  private static final int FEWEST = 60;

  private Worlds() {}

  /**
   * Every world of 2 users, 2 agents, their chain, 2 contexts and a resource, with 1 or 2 policies.
   */
  public static void forEachSmall(boolean denyByDefault, Consumer<NaiveWorld> action) {
    forEachOneOrTwo(smallPolicies(), policies -> action.accept(small(policies, denyByDefault)));
  }

  /**
   * Every world of 2 users, 2 agents, their chain and a resource, with 1 or 2 policies of which one
   * speaks of nobody.
   */
  public static void forEachWithNobody(boolean denyByDefault, Consumer<NaiveWorld> action) {
    forEachOneOrTwo(
        policiesWithNobody(),
        policies -> {
          if (policies.stream().anyMatch(policy -> policy.who().contains("nobody"))) {
            action.accept(withNobody(policies, denyByDefault));
          }
        });
  }

  /** One of the worlds with nobody; all have the same users, agents and resource. */
  public static NaiveWorld anyWithNobody() {
    return withNobody(
        policiesWithNobody().stream().filter(one -> one.who().contains("nobody")).toList(), true);
  }

  private static NaiveWorld withNobody(List<NaivePolicy> policies, boolean denyByDefault) {
    return world(1, List.of(AGENTS.subList(0, 2)), Map.of(), policies, denyByDefault);
  }

  private static List<NaivePolicy> policiesWithNobody() {
    List<Optional<List<List<String>>>> paths = new ArrayList<>(paths());
    paths.add(Optional.of(List.of(List.of(AGENTS.get(0)), List.of(AGENTS.get(1)))));
    List<List<String>> who =
        List.of(List.of("nobody"), List.of("nobody", USERS.get(0)), List.of("anyone"));
    return policies(who, List.of("anything"), paths, List.of(Map.of())).stream()
        .filter(Worlds::isSaid)
        .toList();
  }

  /** Whether the sentence can be said: nobody is never there in person. */
  private static boolean isSaid(NaivePolicy policy) {
    return !policy.who().contains("nobody") || !policy.path().equals(Optional.of(List.of()));
  }

  /** Every world of 2 users, 2 agents and 2 resources, with 1 or 2 policies for one or both. */
  public static void forEachOfTwoResources(boolean denyByDefault, Consumer<NaiveWorld> action) {
    forEachOneOrTwo(
        policies(
            List.of(List.of(USERS.get(0)), List.of("anyone")),
            List.of(RESOURCES.get(0), "anything"),
            paths(),
            List.of(Map.of())),
        policies -> action.accept(world(2, List.of(), Map.of(), policies, denyByDefault)));
  }

  /**
   * Every truth over so many users, directly or by one of so many agents; some requests unspecified
   * unless it is to be total.
   */
  static void forEachTruth(int users, int agents, boolean total, Consumer<NaiveWorld> action) {
    int cells = users * (agents + 1);
    int values = total ? 2 : 3;
    for (int truth = 0; truth < Math.pow(values, cells); truth++) {
      List<NaivePolicy> policies = new ArrayList<>();
      int rest = truth;
      for (int cell = 0; cell < cells; cell++, rest /= values) {
        if (rest % values < 2) {
          policies.add(policy(rest % values == 1, cell / (agents + 1), cell % (agents + 1)));
        }
      }
      if (!policies.isEmpty()) {
        action.accept(truth(users, agents, total, policies));
      }
    }
  }

  /** For one user, directly or by the agent before the path. */
  private static NaivePolicy policy(boolean may, int user, int path) {
    return new NaivePolicy(
        may,
        List.of(USERS.get(user)),
        List.of(),
        List.of("use"),
        List.of("anything"),
        Optional.of(path == 0 ? List.of() : List.of(List.of(AGENTS.get(path - 1)))),
        Map.of());
  }

  private static NaiveWorld truth(
      int users, int agents, boolean total, List<NaivePolicy> policies) {
    return new NaiveWorld(
        USERS.subList(0, users),
        Map.of(),
        AGENTS.subList(0, agents),
        List.of(),
        Map.of(RESOURCES.get(0), List.of("use")),
        Map.of(),
        Map.of(),
        List.of(),
        total,
        policies);
  }

  private static void forEachOneOrTwo(
      List<NaivePolicy> policies, Consumer<List<NaivePolicy>> action) {
    for (int first = 0; first < policies.size(); first++) {
      action.accept(List.of(policies.get(first)));
      for (int second = first + 1; second < policies.size(); second += EVERY) {
        action.accept(List.of(policies.get(first), policies.get(second)));
      }
    }
  }

  /** One of the small worlds; all have the same users, agents and resource. */
  public static NaiveWorld anySmall() {
    return small(List.of(smallPolicies().get(0)), true);
  }

  private static NaiveWorld small(List<NaivePolicy> policies, boolean denyByDefault) {
    return world(
        1,
        List.of(AGENTS.subList(0, 2)),
        Map.of(ATTRIBUTES.get(0), VALUES.subList(0, 2)),
        policies,
        denyByDefault);
  }

  private static NaiveWorld world(
      int resources,
      List<List<String>> chains,
      Map<String, List<String>> context,
      List<NaivePolicy> policies,
      boolean denyByDefault) {
    Map<String, List<String>> used = new LinkedHashMap<>();
    RESOURCES.subList(0, resources).forEach(resource -> used.put(resource, List.of("use")));
    return new NaiveWorld(
        USERS.subList(0, 2),
        Map.of(),
        AGENTS.subList(0, 2),
        chains,
        used,
        context,
        Map.of(),
        List.of(),
        denyByDefault,
        policies);
  }

  private static List<NaivePolicy> smallPolicies() {
    List<List<String>> who =
        List.of(List.of(USERS.get(0)), List.of(USERS.get(1)), List.of("anyone"));
    List<Optional<List<List<String>>>> paths = new ArrayList<>(paths());
    paths.add(Optional.of(List.of(List.of(AGENTS.get(0)), List.of(AGENTS.get(1)))));
    Map<String, List<String>> when = Map.of(ATTRIBUTES.get(0), List.of(VALUES.get(0)));
    return policies(who, List.of("anything"), paths, List.of(Map.of(), when));
  }

  /** Every path but those of chains. */
  private static List<Optional<List<List<String>>>> paths() {
    return List.of(
        Optional.empty(),
        Optional.of(List.of()),
        Optional.of(List.of(List.of(AGENTS.get(0)))),
        Optional.of(List.of(List.of(AGENTS.get(1)))),
        Optional.of(List.of(List.of("any agent"))));
  }

  private static List<NaivePolicy> policies(
      List<List<String>> users,
      List<String> resources,
      List<Optional<List<List<String>>>> paths,
      List<Map<String, List<String>>> conditions) {
    List<NaivePolicy> policies = new ArrayList<>();
    for (boolean may : List.of(true, false)) {
      for (List<String> who : users) {
        for (String what : resources) {
          for (Optional<List<List<String>>> path : paths) {
            for (Map<String, List<String>> when : conditions) {
              policies.add(
                  new NaivePolicy(may, who, List.of(), List.of("use"), List.of(what), path, when));
            }
          }
        }
      }
    }
    return policies;
  }

  /** The world as a file. */
  public static String yaml(NaiveWorld world) {
    return world.yaml();
  }

  /** The world as the program reads it. */
  public static Scenario read(NaiveWorld world) {
    return read(world.yaml());
  }

  private static Scenario read(String yaml) {
    try {
      return ScenarioReader.read("world.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidScenarioException e) {
      throw new AssertionError(yaml, e);
    }
  }

  /** A world whose policies ask for what the caller, the login and the resource know. */
  public static Scenario ofEveryKnowledge() {
    return read(
        """
        scenario: knowing
        users: [ann, bob]
        agents: [ada, bot]
        chains: [[ada, bot]]
        resources: [disk]
        context:
          mode: {values: [live, batch], known-to: caller}
          tier: {values: [gold, free], known-to: login}
          amount: {values: [small, large], known-to: resource}
        policies:
          - ann MAY use disk directly when amount is small
          - ann MAY use disk via bot when tier is gold and amount is small
          - bob MAY use disk via ada when mode is live
          - bob MAY NOT use disk via ada when amount is large
          - anyone MAY use disk via ada then bot when amount is small
        """);
  }

  /** A world where ada runs beside its user, and policies tell the two apart. */
  public static Scenario ofLocalAgent() {
    return read(
        """
        scenario: beside
        users: [ann, bob]
        agents: [ada, bot]
        chains: [[bot, ada]]
        resources: [disk]
        runs-at: {ada: user}
        policies:
          - ann MAY use disk directly
          - ann MAY NOT use disk via ada
          - bob MAY use disk via ada
          - bob MAY NOT use disk directly
          - anyone MAY use disk via bot
        """);
  }

  /**
   * A world of 2 users, 2 agents and so many resources, each with a sentence of its own; the last
   * has several actions that are alike.
   */
  static NaiveWorld ofResources(int count, long seed) {
    Random random = new Random(seed);
    List<Optional<List<List<String>>>> paths = paths();
    List<List<String>> who =
        List.of(List.of(USERS.get(0)), List.of(USERS.get(1)), List.of("anyone"));
    List<String> resources = names("res", count);
    Map<String, List<String>> targets = new LinkedHashMap<>();
    List<NaivePolicy> policies = new ArrayList<>();
    for (String resource : resources) {
      targets.put(resource, List.of("use"));
      policies.add(
          new NaivePolicy(
              random.nextInt(4) > 0,
              pick(who, random),
              List.of(),
              List.of("use"),
              List.of(resource),
              pick(paths, random),
              Map.of()));
    }
    targets.put(resources.get(count - 1), names("act", 3));
    return new NaiveWorld(
        USERS.subList(0, 2),
        Map.of(),
        AGENTS.subList(0, 2),
        List.of(),
        targets,
        Map.of(),
        Map.of(),
        List.of(),
        random.nextBoolean(),
        policies);
  }

  /** Seeds of so many random worlds. */
  static LongStream seeds(long count) {
    return LongStream.range(0, Math.min(count, FEWEST + count / EVERY));
  }

  /** A world with groups, chains, context, exceptions and either default, all by the seed. */
  static NaiveWorld random(long seed) {
    return random(new Random(seed), false, List.of());
  }

  /** Such a world in which some policies speak of nobody, perhaps. */
  static NaiveWorld randomWithNobody(long seed) {
    return random(new Random(seed), false, List.of("nobody"));
  }

  /**
   * A random world with groups in groups, relations, {@code only} and {@code except}, too; every
   * other one perhaps with nobody.
   */
  public static NaiveWorld randomOfNewSentences(long seed) {
    return random(new Random(seed), true, seed % 2 == 0 ? List.of("nobody") : List.of());
  }

  private static NaiveWorld random(Random random, boolean newSentences, List<String> nobody) {
    List<String> users = USERS.subList(0, 1 + random.nextInt(5));
    List<String> agents = AGENTS.subList(0, 1 + random.nextInt(4));
    Map<String, List<String>> resources = new LinkedHashMap<>();
    for (String resource : RESOURCES.subList(0, 1 + random.nextInt(3))) {
      resources.put(resource, names("act", 1 + random.nextInt(3)));
    }
    Map<String, List<String>> context = new TreeMap<>();
    for (String attribute : ATTRIBUTES.subList(0, random.nextInt(3))) {
      context.put(attribute, VALUES.subList(0, 1 + random.nextInt(3)));
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    addGroups(groups, "team", users, random);
    addGroups(groups, "fleet", agents, random);
    addGroups(groups, "shelf", List.copyOf(resources.keySet()), random);
    Map<String, Map<String, List<String>>> relations = new LinkedHashMap<>();
    if (newSentences) {
      nest(groups, random);
      addRelations(relations, "owner", List.copyOf(resources.keySet()), users, random);
      addRelations(relations, "assistant", users, agents, random);
    }
    Builder builder =
        new Builder(
            random, newSentences, users, nobody, groups, agents, resources, relations, context);
    List<NaivePolicy> policies =
        IntStream.range(0, 1 + random.nextInt(7)).mapToObj(i -> builder.policy()).toList();
    return new NaiveWorld(
        users,
        groups,
        agents,
        chains(agents, random),
        resources,
        relations,
        context,
        knownTo(context.keySet(), random),
        localAgents(agents, random),
        random.nextBoolean(),
        policies);
  }

  private static Map<String, String> knownTo(Set<String> attributes, Random random) {
    Map<String, String> knownTo = new TreeMap<>();
    attributes.forEach(
        one -> knownTo.put(one, pick(List.of("caller", "login", "resource"), random)));
    return knownTo;
  }

  /** Puts the first group of a kind into the second. */
  private static void nest(Map<String, List<String>> groups, Random random) {
    for (String prefix : List.of("team", "fleet", "shelf")) {
      if (groups.containsKey(prefix + 2) && random.nextBoolean()) {
        List<String> members = new ArrayList<>(groups.getOrDefault(prefix + 2, List.of()));
        members.add(random.nextInt(members.size() + 1), prefix + 1);
        groups.put(prefix + 2, members);
      }
    }
  }

  private static void addRelations(
      Map<String, Map<String, List<String>>> relations,
      String prefix,
      List<String> holders,
      List<String> members,
      Random random) {
    for (String relation : names(prefix, random.nextInt(3))) {
      Map<String, List<String>> pairs = new LinkedHashMap<>();
      some(holders, random).forEach(holder -> pairs.put(holder, some(members, random)));
      relations.put(relation, pairs);
    }
  }

  /** None in most worlds. */
  private static List<String> localAgents(List<String> agents, Random random) {
    return random.nextInt(4) == 0 ? some(agents, random) : List.of();
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }

  private static void addGroups(
      Map<String, List<String>> groups, String prefix, List<String> members, Random random) {
    for (String group : names(prefix, random.nextInt(3))) {
      groups.put(group, some(members, random));
    }
  }

  private static List<List<String>> chains(List<String> agents, Random random) {
    List<List<String>> chains = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      List<String> chain = new ArrayList<>();
      for (int hop = 2 + random.nextInt(2); hop > 0; hop--) {
        chain.add(pick(agents, random));
      }
      if (!chains.contains(chain)) {
        chains.add(chain);
      }
    }
    return chains;
  }

  private static List<String> some(List<String> members, Random random) {
    List<String> chosen = new ArrayList<>(members);
    chosen.removeIf(member -> random.nextBoolean());
    return chosen.isEmpty() ? List.of(pick(members, random)) : chosen;
  }

  private static <T> T pick(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private record Builder(
      Random random,
      boolean newSentences,
      List<String> users,
      List<String> nobody,
      Map<String, List<String>> groups,
      List<String> agents,
      Map<String, List<String>> resources,
      Map<String, Map<String, List<String>>> relations,
      Map<String, List<String>> context) {

    NaivePolicy policy() {
      List<String> what = terms(List.copyOf(resources.keySet()), "shelf", "anything");
      boolean may = random.nextInt(10) < 6;
      List<String> who = terms(users, "team", "anyone");
      List<String> except =
          random.nextInt(4) == 0 ? terms(users, "team", pick(users, random)) : List.of();
      List<String> actions = actions(what);
      Optional<List<List<String>>> path = path();
      boolean limited = newSentences && path.filter(hops -> !hops.isEmpty()).isPresent() && one(3);
      NaivePolicy policy = new NaivePolicy(may, who, except, actions, what, path, limited, when());
      return nobody.isEmpty() || one(2) ? policy : withNobody(policy);
    }

    /** The policy for nobody, too, or for nobody alone, where it can be said. */
    private NaivePolicy withNobody(NaivePolicy policy) {
      List<String> who = new ArrayList<>(nobody);
      if (!policy.who().contains("anyone") && random.nextBoolean()) {
        who.addAll(policy.who());
      }
      NaivePolicy changed =
          new NaivePolicy(
              policy.may(),
              who,
              policy.except(),
              policy.actions(),
              policy.what(),
              policy.path(),
              policy.limited(),
              policy.when());
      return isSaid(changed) ? changed : policy;
    }

    private boolean one(int chances) {
      return random.nextInt(chances) == 0;
    }

    /** Names, groups and relations of one kind, or the word for all of them. */
    private List<String> terms(List<String> members, String groupPrefix, String everyone) {
      if (random.nextInt(4) == 0) {
        return List.of(everyone);
      }
      List<String> known = new ArrayList<>(members);
      groups.keySet().stream().filter(name -> name.startsWith(groupPrefix)).forEach(known::add);
      relations.keySet().stream()
          .filter(name -> name.startsWith(RELATIONS.getOrDefault(groupPrefix, "none")))
          .forEach(known::add);
      return random.nextInt(3) == 0 ? some(known, random) : List.of(pick(known, random));
    }

    private List<String> actions(List<String> what) {
      List<String> existing =
          resources.entrySet().stream()
              .filter(
                  entry ->
                      what.stream()
                          .anyMatch(term -> term.equals("anything") || holds(term, entry.getKey())))
              .flatMap(entry -> entry.getValue().stream())
              .distinct()
              .toList();
      return random.nextInt(3) == 0 ? List.of("use") : some(existing, random);
    }

    private boolean holds(String term, String resource) {
      return term.equals(resource)
          || groups.getOrDefault(term, List.of()).stream()
              .anyMatch(inner -> holds(inner, resource));
    }

    private Optional<List<List<String>>> path() {
      int kind = random.nextInt(6);
      if (kind == 0) {
        return Optional.empty();
      }
      List<List<String>> hops = new ArrayList<>();
      for (int i = kind == 1 ? 0 : 1 + random.nextInt(kind < 5 ? 1 : 2); i > 0; i--) {
        hops.add(newSentences && one(5) ? anyAgentExcept() : terms(agents, "fleet", "any agent"));
      }
      return Optional.of(hops);
    }

    private List<String> anyAgentExcept() {
      List<String> hop = new ArrayList<>(List.of(NaiveWorld.EXCEPT));
      hop.addAll(terms(agents, "fleet", agents.get(0)));
      return hop;
    }

    private Map<String, List<String>> when() {
      Map<String, List<String>> when = new TreeMap<>();
      context.forEach(
          (attribute, values) -> {
            if (random.nextInt(3) == 0) {
              when.put(attribute, some(values, random));
            }
          });
      return when;
    }
  }
}
