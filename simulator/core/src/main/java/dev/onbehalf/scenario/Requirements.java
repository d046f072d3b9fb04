package dev.onbehalf.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a scenario requires of a design beside its policies; what is empty isn't required.
 *
 * @param attribution whom the logs must name
 * @param revokeAgent how long a revoked agent may go on at most
 * @param revokeUser how long an agent may go on for a revoked user at most
 * @param stolenToken the most that a copy of what one call presents may open
 * @param hijackedAgent what an agent that obeys somebody else must keep to
 * @param unattended whether calls must succeed while the user isn't logged in
 */
public record Requirements(
    Optional<Named> attribution,
    Optional<Duration> revokeAgent,
    Optional<Duration> revokeUser,
    Optional<Loot> stolenToken,
    Optional<Bounds> hijackedAgent,
    boolean unattended) {
  /** Nothing is required. */
  public static final Requirements NONE =
      new Requirements(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  /** The value of {@link Requirement#UNATTENDED}. */
  public static final String WORKS = "works";

  /** Whether nothing is required. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Whom logs name, from nobody to both. */
  public enum Named {
    NOBODY("nobody"),
    USER("user"),
    AGENT("agent"),
    BOTH_IN_TWO_LOGS("both, in two logs"),
    BOTH("both");

    private final String word;

    Named(String word) {
      this.word = word;
    }

    /** The values that a scenario may require. */
    public static List<String> words() {
      return Stream.of(USER, AGENT, BOTH).map(Named::word).toList();
    }

    /** The word for it in scenarios and results. */
    public String word() {
      return word;
    }

    /** Whether logs that name these name whom the other asks for. */
    public boolean covers(Named required) {
      return this == required || this == BOTH || this == BOTH_IN_TWO_LOGS;
    }
  }

  /** What a copy opens, from least to most. */
  public enum Loot {
    USELESS("useless"),
    ONE_ACTION("one-action"),
    ONE_RESOURCE("one-resource"),
    /** More than one resource, or a resource for whomever the thief likes. */
    ANYTHING("anything");

    private final String word;

    Loot(String word) {
      this.word = word;
    }

    /** The words of all. */
    public static List<String> words() {
      return Stream.of(values()).map(Loot::word).toList();
    }

    /** The word for it in scenarios and results. */
    public String word() {
      return word;
    }
  }

  /** What an agent that obeys somebody else keeps to. */
  public enum Bounds {
    /** It reaches nothing for a user who isn't there. */
    WITHIN_SESSION("within-session"),
    /** It reaches nothing beyond what policies permit through it. */
    WITHIN_POLICY("within-policy"),
    /** It keeps to both; no scenario asks for this in one word. */
    WITHIN_BOTH("within-session and within-policy"),
    WITHIN_NEITHER("neither within-session nor within-policy");

    private final String word;

    Bounds(String word) {
      this.word = word;
    }

    /** Those that the two facts amount to. */
    public static Bounds of(boolean session, boolean policy) {
      if (session) {
        return policy ? WITHIN_BOTH : WITHIN_SESSION;
      }
      return policy ? WITHIN_POLICY : WITHIN_NEITHER;
    }

    /** The values that a scenario may require. */
    public static List<String> words() {
      return Stream.of(WITHIN_SESSION, WITHIN_POLICY).map(Bounds::word).toList();
    }

    /** The word for it in scenarios and results. */
    public String word() {
      return word;
    }

    /** Whether who keeps to these keeps to the required ones. */
    public boolean covers(Bounds required) {
      return this == required || this == WITHIN_BOTH;
    }
  }
}
