package dev.onbehalf.simulation.result;

/**
 * How many addresses, each with a list of users and a list of paths, do together without a check
 * that knows both.
 *
 * @param atLeast as many as are needed; the number itself where it equals the other
 * @param atMost as many as suffice
 */
public record Doors(int atLeast, int atMost) {
  /** Whether the number is known. */
  public boolean exact() {
    return atLeast == atMost;
  }
}
