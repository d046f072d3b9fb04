package dev.onbehalf.simulation.result;

/** What must be known to enforce what is permitted and denied, from the least to the most. */
public enum Need {
  NONE("none", "nothing, as the answer is the same for everyone"),
  USER("user", "a check of the user at the resource"),
  /** A direct call is told by its user, so only calls through agents are looked at. */
  PATH("path", "the agent's own account; with chains, a check of the whole path"),
  TWO_CHECKS("two-checks", "two separate checks, of the user and of the whole path"),
  GATED(
      "gated",
      "two separate checks, where calls through agents come in by a door that only agents pass"),
  JOINT("joint", "one point must see user and agent together");

  private final String word;
  private final String sentence;

  Need(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /** The word for it in results. */
  public String word() {
    return word;
  }

  /** What is to be built. */
  public String sentence() {
    return sentence;
  }
}
