package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.Accounts;

/** How many accounts for agents would do without delegation, in words. */
public final class AccountWords {
  private AccountWords() {}

  /** The sentence, without a full stop. */
  public static String of(Accounts accounts) {
    if (accounts.toEnforce() == 0) {
      return "nothing is permitted through agents, so that they need no account";
    }
    String enforcing = "without delegation, " + counted(accounts) + " would enforce as much";
    return accounts.toAttribute() == accounts.toEnforce()
        ? enforcing + " and tell who acted"
        : "%s; %d, one for each user and path, would also tell who acted"
            .formatted(enforcing, accounts.toAttribute());
  }

  private static String counted(Accounts accounts) {
    return accounts.toEnforce() == 1
        ? "1 account with a fixed set of permissions"
        : accounts.toEnforce() + " accounts, each with a fixed set of permissions,";
  }
}
