package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.KnownTo;
import dev.onbehalf.scenario.Scenario;
import java.util.List;

/** What a check of the user, and what a check of the path, knows of a row of the table. */
final class Knowledge {
  private final RequestClasses requests;
  private final int contexts;
  private final int[] knownOf;

  Knowledge(Scenario scenario, RequestClasses requests) {
    this.requests = requests;
    contexts = requests.contexts().size();
    knownOf = new int[contexts];
    for (int context = 0; context < contexts; context++) {
      knownOf[context] = known(scenario.context(), context);
    }
  }

  /** The context without what isn't known where users are checked. */
  private int known(List<ContextAttribute> attributes, int context) {
    int known = context;
    for (int i = 0; i < attributes.size(); i++) {
      if (!isKnownWhereUsersAreChecked(attributes.get(i))) {
        known = requests.contexts().without(i, known);
      }
    }
    return known;
  }

  private static boolean isKnownWhereUsersAreChecked(ContextAttribute attribute) {
    return attribute.knownTo() != KnownTo.RESOURCE;
  }

  boolean isBehindAgents(int row) {
    return !requests.paths().representative(requests.path(row)).isEmpty();
  }

  /** The part of the row's context that is known wherever it is checked. */
  int sharedContext(int row) {
    return knownOf[requests.context(row)];
  }

  int ofUser(int row) {
    return requests.user(row) * contexts + sharedContext(row);
  }

  int numberOfUsers() {
    return requests.users().size() * contexts;
  }

  int ofPath(int row) {
    return requests.path(row) * contexts + requests.context(row);
  }

  int numberOfPaths() {
    return requests.paths().size() * contexts;
  }
}
