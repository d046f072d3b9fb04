package dev.onbehalf.simulation.result;

import dev.onbehalf.scenario.Request;
import java.util.List;

/**
 * What it takes to enforce the policies of one resource, whatever the strategy: the least of four
 * needs that covers all its actions and contexts. Unspecified requests count for nothing.
 *
 * @param sentence the need in words
 * @param context whether the answer also depends on the context
 * @param attributes the context attributes on which it depends
 * @param witness one counterexample to each lesser need, and one to the context being irrelevant
 */
public record Boundary(
    String resource,
    Need needs,
    String sentence,
    boolean context,
    List<String> attributes,
    List<Counterexample> witness) {
  public Boundary {
    attributes = List.copyOf(attributes);
    witness = List.copyOf(witness);
  }

  /**
   * Requests that together refute that less is needed.
   *
   * @param against what they refute
   * @param permitted one request, or the two on whose corner the denied one stands
   * @param sentence the requests in words
   */
  public record Counterexample(
      Claim against, List<Request> permitted, Request denied, String sentence) {
    public Counterexample {
      permitted = List.copyOf(permitted);
    }
  }

  /** What it takes, from the least to the most. */
  public enum Need {
    AGENT_NEVER_MATTERS(
        "agent-never-matters",
        "the agent never matters, so handing over the user's token is enough"),
    USER_NEVER_MATTERS(
        "user-never-matters",
        "the user behind an agent never matters, so an account for each agent is enough"),
    /** Users times paths is a rectangle where permitted; direct access is one of the paths. */
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

  /** What counterexamples refute: that one of the lesser needs is enough, or any context. */
  public enum Claim {
    AGENT_NEVER_MATTERS(Need.AGENT_NEVER_MATTERS.word()),
    USER_NEVER_MATTERS(Need.USER_NEVER_MATTERS.word()),
    TWO_CHECKS_SUFFICE(Need.TWO_CHECKS_SUFFICE.word()),
    CONTEXT_NEVER_MATTERS("context-never-matters");

    private final String word;

    Claim(String word) {
      this.word = word;
    }

    /** The word for it in results. */
    public String word() {
      return word;
    }
  }
}
