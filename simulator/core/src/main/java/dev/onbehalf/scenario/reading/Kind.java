package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.reading.Rewordings.Place;
import java.util.Set;

/** What a name can stand for. */
enum Kind {
  USER("a user", "users", Place.WHO),
  AGENT("an agent", "agents", Place.HOP),
  RESOURCE("a resource", "resources", Place.WHAT);

  private final String one;
  private final String many;
  private final Place place;

  Kind(String one, String many, Place place) {
    this.one = one;
    this.many = many;
    this.place = place;
  }

  String one() {
    return one;
  }

  /** The plural, which is also the key that declares them. */
  String many() {
    return many;
  }

  /** What a sentence takes where this kind is named. */
  String oneOrGroup() {
    return one + " or a group of " + many;
  }

  /** Where sentences name this kind. */
  Place place() {
    return place;
  }

  /** Words that are hardly meant as the name of one, but of those who belong to another. */
  Set<String> relationWords() {
    return switch (this) {
      case USER ->
          Set.of("owner", "owners", "creator", "author", "manager", "assignee", "approver");
      case AGENT -> Set.of("assistant", "copilot", "delegate", "own-agent", "their-agent");
      case RESOURCE -> Set.of();
    };
  }
}
