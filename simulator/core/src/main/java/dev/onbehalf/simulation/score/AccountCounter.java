package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.result.Accounts;
import java.nio.LongBuffer;
import java.util.HashSet;
import java.util.Set;

/** Counts the accounts for agents that would do without delegation. */
public final class AccountCounter {
  private AccountCounter() {}

  /** A user and a path is a row of permissions: equal rows can share an account. */
  public static Accounts count(TruthTable truth) {
    RequestClasses requests = truth.classes();
    Set<LongBuffer> permissions = new HashSet<>();
    long pairs = 0;
    for (int row = 0; row < requests.rows(); row += requests.contexts().size()) {
      LongBuffer permitted = truth.permitted().rows(row, requests.contexts().size());
      int path = requests.path(row);
      if (!requests.paths().representative(path).isEmpty() && isAny(permitted)) {
        permissions.add(permitted);
        pairs += (long) requests.users().weight(requests.user(row)) * requests.paths().weight(path);
      }
    }
    return new Accounts(permissions.size(), pairs);
  }

  private static boolean isAny(LongBuffer bits) {
    for (int i = 0; i < bits.limit(); i++) {
      if (bits.get(i) != 0) {
        return true;
      }
    }
    return false;
  }
}
