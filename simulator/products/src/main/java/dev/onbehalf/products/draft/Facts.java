package dev.onbehalf.products.draft;

import dev.onbehalf.scenario.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Calls that are permitted one by one, put into as few sentences as an easy way finds. */
public final class Facts {
  private static final SortedMap<String, List<String>> ALWAYS = new TreeMap<>();

  /** The users of each call; none of them is nobody. */
  private final Map<Call, Set<String>> users = new LinkedHashMap<>();

  private final Set<Call> ofNobody = new LinkedHashSet<>();

  private record Call(List<String> path, String resource, String action) {}

  /** Adds a call of a user. */
  public void add(String user, List<String> path, String resource, String action) {
    users.computeIfAbsent(new Call(path, resource, action), unseen -> new TreeSet<>()).add(user);
  }

  /** Adds a call of agents on their own. */
  public void addOfNobody(List<String> path, String resource, String action) {
    ofNobody.add(new Call(path, resource, action));
  }

  /** Adds the policies that permit these calls and no others. */
  public void addTo(Draft draft, String origin) {
    Map<Call, Who> who = new LinkedHashMap<>();
    users.forEach((call, names) -> who.put(call, Who.of(names)));
    rules(who, draft, origin);
    Map<Call, Who> nobody = new LinkedHashMap<>();
    ofNobody.forEach(call -> nobody.put(call, Who.nobody()));
    rules(nobody, draft, origin);
  }

  private record OnResource(List<String> path, Who who, String resource) {}

  private record OfActions(List<String> path, Who who, Set<String> actions) {}

  private record Anywhere(Who who, Set<String> actions, List<String> resources) {}

  private void rules(Map<Call, Who> who, Draft draft, String origin) {
    Map<OnResource, Set<String>> actions = new LinkedHashMap<>();
    who.forEach(
        (call, names) ->
            actions
                .computeIfAbsent(
                    new OnResource(call.path(), names, call.resource()), unseen -> new TreeSet<>())
                .add(call.action()));
    Map<OfActions, List<String>> resources = new LinkedHashMap<>();
    actions.forEach(
        (on, some) ->
            resources
                .computeIfAbsent(
                    new OfActions(on.path(), on.who(), some), unseen -> new ArrayList<>())
                .add(on.resource()));
    Map<Anywhere, List<List<String>>> paths = new LinkedHashMap<>();
    resources.forEach(
        (of, some) ->
            paths
                .computeIfAbsent(
                    new Anywhere(of.who(), of.actions(), some), unseen -> new ArrayList<>())
                .add(of.path()));
    paths.forEach((one, some) -> add(one, some, draft, origin));
  }

  private void add(Anywhere one, List<List<String>> paths, Draft draft, String origin) {
    List<String> agents = new ArrayList<>();
    boolean directly = false;
    for (List<String> path : paths) {
      if (path.size() > 1) {
        draft.add(rule(one, Way.of(path), origin));
      } else {
        agents.addAll(path);
        directly |= path.isEmpty();
      }
    }
    if (hasChains()) {
      draft.add(
          directly ? rule(one, Way.directly(), origin) : rule(one, Way.via(List.of()), origin));
      draft.add(rule(one, Way.via(agents), origin));
    } else {
      draft.add(rule(one, Way.every(), origin), directly, agents);
    }
  }

  /** Where there are chains, a sentence without a path would permit them, too. */
  private boolean hasChains() {
    return users.keySet().stream().anyMatch(call -> call.path().size() > 1)
        || ofNobody.stream().anyMatch(call -> call.path().size() > 1);
  }

  private static Rule rule(Anywhere one, Way way, String origin) {
    return new Rule(
        Effect.MAY,
        one.who(),
        new ArrayList<>(one.actions()),
        one.resources(),
        way,
        ALWAYS,
        origin);
  }
}
