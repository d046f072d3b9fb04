package dev.onbehalf.authz;

import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.NameList;
import dev.onbehalf.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may call in a scenario, found by what evidence shows of the path. */
final class KnownCallers {
  private final Collection<String> users;
  private final boolean hasNobody;
  private final List<List<String>> paths;
  private final Map<Look, Map<Map<String, String>, List<List<String>>>> byLook = new HashMap<>();

  KnownCallers(Scenario scenario) {
    // Ranges of names find one as fast, and never hold them all.
    users = scenario.users() instanceof NameList ? scenario.users() : Set.copyOf(scenario.users());
    hasNobody = scenario.hasNobody();
    paths = scenario.paths();
  }

  /** How paths look: what a call for nobody shows needn't be what it shows for users. */
  private record Look(Proof.Showing showing, boolean forNobody) {}

  boolean hasUser(String user) {
    return users.contains(user);
  }

  boolean hasNobody() {
    return hasNobody;
  }

  List<List<String>> paths() {
    return paths;
  }

  /** The paths of which a call of the user would show as much as the sight tells. */
  List<List<String>> paths(Sight sight, String user) {
    return byLook
        .computeIfAbsent(
            new Look(sight.showing(), user.equals(Keywords.NOBODY)),
            look -> byWhatIsShown(sight.showing(), user))
        .getOrDefault(Sight.ofAgents(sight.shown()), List.of());
  }

  private Map<Map<String, String>, List<List<String>>> byWhatIsShown(
      Proof.Showing showing, String user) {
    Map<Map<String, String>, List<List<String>>> found = new HashMap<>();
    for (List<String> path : paths) {
      found
          .computeIfAbsent(
              Sight.ofAgents(showing.shownBy(user, path, Map.of())), any -> new ArrayList<>())
          .add(path);
    }
    return found;
  }
}
