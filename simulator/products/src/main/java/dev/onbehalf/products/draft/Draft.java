package dev.onbehalf.products.draft;

import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Place;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A scenario in the making, in the names of its source. */
public final class Draft {
  /** More than fit into the largest file. */
  private static final int MOST_NAMES = 4_000_000;

  private final String name;
  private final String about;
  private final Losses losses = new Losses();
  private final Set<String> users = new LinkedHashSet<>();
  private final Set<String> agents = new LinkedHashSet<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();
  private final Map<String, Set<String>> resources = new LinkedHashMap<>();
  private final Map<String, Set<String>> context = new LinkedHashMap<>();
  private final Set<List<String>> chains = new LinkedHashSet<>();
  private final Set<Rule> rules = new LinkedHashSet<>();
  private int names;

  /**
   * An empty one.
   *
   * @param name from which that of the scenario is made
   * @param about one line on where it comes from
   */
  public Draft(String name, String about) {
    this.name = name;
    this.about = about;
  }

  /** From what the name of the scenario is made. */
  public String name() {
    return name;
  }

  /** What the scenario doesn't say of its source. */
  public Losses losses() {
    return losses;
  }

  /** Declares users. */
  public void users(Collection<String> names) {
    users.addAll(names);
  }

  /** Declares agents. */
  public void agents(Collection<String> names) {
    agents.addAll(names);
  }

  /** Declares a group of users, which must have some. */
  public void group(String group, Collection<String> members) {
    groups.put(group, List.copyOf(members));
  }

  /** Declares actions of a resource. */
  public void resource(String resource, Collection<String> actions) {
    resources.computeIfAbsent(resource, unseen -> new LinkedHashSet<>()).addAll(actions);
  }

  /** Declares values of a context attribute. */
  public void attribute(String attribute, Collection<String> values) {
    context.computeIfAbsent(attribute, unseen -> new LinkedHashSet<>()).addAll(values);
  }

  /** Adds a policy, unless it speaks of nothing; what it does to its resources is declared. */
  public void add(Rule rule) {
    names += rule.size();
    if (rule.isEmpty() || names > MOST_NAMES) {
      return;
    }
    rule.resources().forEach(resource -> resource(resource, rule.actions()));
    if (rule.way().kind() == Way.Kind.CHAIN) {
      chains.add(rule.way().agents());
    }
    rules.add(rule);
  }

  /** Adds the policy for a set of paths: in person or not, and the agents among all declared. */
  public void add(Rule rule, boolean directly, Collection<String> via) {
    Set<String> some = new LinkedHashSet<>(via);
    boolean all = some.containsAll(agents);
    if (directly && all) {
      add(rule.on(Way.every()));
      return;
    }
    if (directly) {
      add(rule.on(Way.directly()));
    }
    if (!some.isEmpty()) {
      add(rule.on(all ? Way.anyAgent() : Way.via(some)));
    }
  }

  /** Adds the policy for some of all paths that there are, which may be chains. */
  public void add(Rule rule, List<List<String>> some, List<List<String>> all) {
    // A policy for all of them names none.
    all.stream().filter(path -> path.size() > 1).forEach(chains::add);
    Set<List<String>> left = new LinkedHashSet<>(some);
    if (left.size() == all.size()) {
      add(rule);
      return;
    }
    if (all.stream().allMatch(path -> path.size() < 2)) {
      add(rule, left.contains(List.of()), left.stream().flatMap(List::stream).toList());
      return;
    }
    boolean sparesLonger =
        some.stream().anyMatch(path -> !left.containsAll(covered(rule, path, all)));
    Optional<Way> except =
        Way.except(all.stream().filter(path -> !left.contains(path)).toList(), all);
    if (sparesLonger && except.isPresent()) {
      add(rule.on(except.get()));
      return;
    }
    for (List<String> path : some) {
      List<List<String>> covered = covered(rule, path, all);
      if (some.containsAll(covered) && left.removeAll(covered)) {
        add(rule.on(Way.of(path)));
      }
    }
    for (List<String> path : left) {
      losses.dropped(
          Place.of(rule.origin()),
          "a prohibition via " + String.join(" then ", path) + " that spares longer paths");
    }
  }

  /** A prohibition covers all paths through its agents in their order. */
  private static List<List<String>> covered(
      Rule rule, List<String> path, List<List<String>> all) {
    return rule.effect() == Effect.MAY || path.isEmpty()
        ? List.of(path)
        : all.stream().filter(other -> Way.isThrough(other, path)).toList();
  }

  /** The scenario, which our own reader has read. */
  public Imported finish(Place source) throws BadSourceException {
    if (names > MOST_NAMES) {
      throw new BadSourceException(source, "is more than a scenario can hold");
    }
    if (rules.isEmpty()) {
      throw new BadSourceException(
          source, "says nothing that a scenario could hold (" + losses.count() + ")");
    }
    ScenarioText text = new ScenarioText(new Naming());
    String yaml =
        text.write(
            name,
            about,
            users,
            agents,
            groups,
            resources,
            context,
            chains,
            List.copyOf(rules),
            losses);
    try {
      ScenarioReader.read("scenario", yaml.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidScenarioException e) {
      throw new BadSourceException(
          source, "is more than a scenario can hold: " + e.problems().get(0).message());
    }
    return new Imported(yaml, losses, new ArrayList<>(text.changedNames()));
  }
}
