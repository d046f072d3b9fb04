package dev.onbehalf.simulation.result;

/** What it takes to enforce the policies of one resource, from the least to the most. */
public enum Need {
  AGENT_NEVER_MATTERS(
      "agent-never-matters", "the agent never matters, so handing over the user's token is enough"),
  USER_NEVER_MATTERS(
      "user-never-matters",
      "the user behind an agent never matters, so an account for each agent is enough"),
  TWO_CHECKS_SUFFICE(
      "two-checks-suffice",
      "two independent checks suffice, one of the user and one of the path taken"),
  ONE_POINT_MUST_SEE_BOTH(
      "one-point-must-see-both", "one point must see the user and the path taken together");

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

  public String sentence() {
    return sentence;
  }
}
