package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.NameSet;
import dev.onbehalf.scenario.PathPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** What a sentence says, before relations are written out. */
record Statement(
    Effect effect,
    Members who,
    Set<String> actions,
    Set<String> resources,
    PathPhrase path,
    Map<String, Set<String>> conditions) {

  /** The prohibition of every path but the one that this permits. */
  Statement otherwise() {
    return new Statement(
        Effect.MAY_NOT, who, actions, resources, path.as(PathPhrase.Form.EXCEPT_VIA), conditions);
  }

  /**
   * The clauses that say the same without relations: users of the same resources and agents share
   * one.
   *
   * @param users all that there are, in the order of the file
   * @param affordable whether so much more work may be spent; what is cut short is refused
   */
  List<Clause> clauses(Supplier<List<String>> users, LongPredicate affordable) {
    if (!who.vary() && !path.varies()) {
      return List.of(clause(who.always(), new Reach(resources, path.of(""))));
    }
    if (who.always() instanceof NameSet ranged && !affordable.test(ranged.size())) {
      return List.of();
    }
    Map<String, Set<String>> reached = reached(affordable);
    Map<Reach, Set<String>> alike = new LinkedHashMap<>();
    for (String user : users.get()) {
      if (reached.containsKey(user) && affordable.test(path.cost())) {
        Reach reach = new Reach(reached.getOrDefault(user, Set.of()), path.of(user));
        alike.computeIfAbsent(reach, any -> new LinkedHashSet<>()).add(user);
      }
    }
    List<Clause> clauses = new ArrayList<>();
    alike.forEach((reach, alikeUsers) -> clauses.add(clause(alikeUsers, reach)));
    return clauses;
  }

  /** What some users can get at, and how. */
  private record Reach(Set<String> resources, PathPattern path) {}

  private Clause clause(Set<String> users, Reach reach) {
    return new Clause(effect, users, actions, reach.resources(), reach.path(), conditions);
  }

  /** The resources for which each user is meant. */
  private Map<String, Set<String>> reached(LongPredicate affordable) {
    Map<String, Set<String>> reached = new HashMap<>();
    if (!who.vary()) {
      who.always().forEach(user -> reached.put(user, resources));
      return reached;
    }
    for (String resource : resources) {
      if (affordable.test(who.cost())) {
        who.of(resource)
            .forEach(user -> reached.computeIfAbsent(user, any -> new HashSet<>()).add(resource));
      }
    }
    return reached;
  }
}
