package dev.onbehalf.products.postgres;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.products.export.PointView;
import dev.onbehalf.scenario.Keywords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is logged in, and as whom: {@code session_user} and {@code current_user}. */
final class Account {
  private Account() {}

  /** That one of the users acts through one of the agents, or in person. */
  static String isOneOf(Set<String> users, Set<String> agents) {
    List<String> conditions =
        agents.stream()
            .filter(agent -> !roles(users, agent).isEmpty())
            .map(agent -> login(agent) + " AND " + Sql.isOneOf("current_user", roles(users, agent)))
            .toList();
    return conditions.isEmpty()
        ? "false"
        : conditions.stream().collect(Collectors.joining(") OR (", "(", ")"));
  }

  private static String login(String agent) {
    return isInPerson(agent)
        ? "session_user = current_user"
        : Sql.isOneOf("session_user", List.of(agent));
  }

  static boolean isInPerson(String agent) {
    return agent.equals(Attributes.DIRECTLY);
  }

  static boolean isNobody(String user) {
    return user.equals(Keywords.NOBODY) || user.equals(PointView.UNSEEN);
  }

  /** The roles as which the agent acts: for nobody it stays itself. */
  static List<String> roles(Set<String> users, String agent) {
    List<String> roles = new ArrayList<>(users.stream().filter(user -> !isNobody(user)).toList());
    if (!isInPerson(agent) && users.stream().anyMatch(Account::isNobody)) {
      roles.add(agent);
    }
    return roles;
  }
}
