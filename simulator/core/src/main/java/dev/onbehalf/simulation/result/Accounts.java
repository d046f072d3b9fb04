package dev.onbehalf.simulation.result;

/**
 * How many accounts for agents would do without delegation, each with one fixed set of permissions.
 *
 * @param toEnforce so many different sets of permissions there are behind agents
 * @param toAttribute so many users and paths through agents have any permission: one account each
 *     also tells who acted
 */
public record Accounts(long toEnforce, long toAttribute) {}
