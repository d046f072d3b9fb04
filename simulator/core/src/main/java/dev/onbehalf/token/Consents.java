package dev.onbehalf.token;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which agents each user has allowed to act for the user. */
final class Consents {
  private final Set<List<String>> given = new HashSet<>();

  void add(String user, String agent) {
    given.add(List.of(user, agent));
  }

  void require(String user, String agent) {
    if (!given.contains(List.of(user, agent))) {
      throw new IllegalArgumentException(
          "expected a consent of %s to %s, found none"
              .formatted(PlainText.quote(user), PlainText.quote(agent)));
    }
  }
}
