package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.result.Accounts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts the accounts for agents that would do without delegation. */
public final class AccountCounter {
  private AccountCounter() {}

  /** A user and a path is a row of permissions: rows without a conflict can share an account. */
  public static Accounts count(TruthTable truth) {
    RequestClasses requests = truth.classes();
    int contexts = requests.contexts().size();
    Set<AccountRow> rows = new LinkedHashSet<>();
    long pairs = 0;
    for (int row = 0; row < requests.rows(); row += contexts) {
      int path = requests.path(row);
      AccountRow account =
          new AccountRow(truth.permitted().rows(row, contexts), truth.denied().rows(row, contexts));
      if (!requests.paths().representative(path).isEmpty() && account.permitsAny()) {
        rows.add(account);
        pairs += requests.users().weight(requests.user(row)) * requests.paths().weight(path);
      }
    }
    AccountSharing sharing = new AccountSharing(List.copyOf(rows));
    return new Accounts(sharing.most(), pairs, sharing.least());
  }
}
