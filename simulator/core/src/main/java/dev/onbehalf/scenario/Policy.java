package dev.onbehalf.scenario;

import java.util.List;
import java.util.Optional;

/**
 * One policy sentence with its groups resolved.
 *
 * @param line where the sentence begins in the file, counted from 1
 * @param clauses what it speaks of: one clause, or several of which no two share a user
 */
public record Policy(
    String id,
    int line,
    String text,
    Optional<String> because,
    Effect effect,
    List<Clause> clauses) {
  public Policy {
    clauses = List.copyOf(clauses);
  }

  /** This policy with some of its clauses. */
  public Policy with(List<Clause> some) {
    return new Policy(id, line, text, because, effect, some);
  }

  /** Whether this policy speaks of the request. */
  public boolean matches(Request request) {
    return clauses.stream().anyMatch(clause -> clause.matches(request));
  }

  /** Whether this policy speaks of some request of the user. */
  public boolean speaksOf(String user) {
    return clauses.stream().anyMatch(clause -> clause.users().contains(user));
  }

  /** Whether this policy speaks of the target. */
  boolean speaksOf(Target target) {
    return clauses.stream().anyMatch(clause -> clause.matchesTarget(target));
  }

  /** Whether a request of which this is true is in the scope: matched, and as the policy says. */
  public boolean isDecisive(Request request, Truth truth) {
    return effect.truth() == truth && matches(request);
  }
}
