package dev.onbehalf.simulation.result;

/**
 * How many accounts for agents would do without delegation, each with one fixed set of permissions,
 * where every user and path is given one of them.
 *
 * @param toEnforce the fewest, or so many at most
 * @param toAttribute so many users and paths through agents have any permission: one account each
 *     also tells who acted
 * @param toEnforceAtLeast fewer can't do; as many as {@code toEnforce} where that is the fewest
 */
public record Accounts(long toEnforce, long toAttribute, long toEnforceAtLeast) {
  /** Whether it is known that fewer can't do. */
  public boolean isExact() {
    return toEnforce == toEnforceAtLeast;
  }
}
