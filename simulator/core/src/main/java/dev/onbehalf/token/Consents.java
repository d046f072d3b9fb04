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

  boolean isGiven(String user, String agent) {
    return given.contains(List.of(user, agent));
  }
}
