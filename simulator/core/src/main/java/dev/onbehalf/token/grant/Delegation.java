package dev.onbehalf.token.grant;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.VerifiedToken;
import java.util.Optional;
import java.util.Set;

/** Who acts for whom in the token that an exchange yields (RFC 8693 section 4.1). */
final class Delegation {
  private Delegation() {}

  /** The {@code act} claim of the result: the actor, and before it the actors of the subject. */
  static Optional<Actor> of(
      VerifiedToken subject, Optional<VerifiedToken> actor, Set<ExchangeRule> omitted)
      throws RefusedRequestException {
    Optional<Actor> result = actor.map(token -> new Actor(token.subject(), subject.actor()));
    if (!omitted.contains(ExchangeRule.ACTORS_KEPT)) {
      requireChainKept(subject, result);
    }
    requireMayAct(subject, result);
    requireShort(result);
    return result;
  }

  /** The {@code act} claim of a result in which nobody new acts. */
  static Optional<Actor> kept(VerifiedToken subject) throws RefusedRequestException {
    requireMayAct(subject, subject.actor());
    return subject.actor();
  }

  // without an actor the result would read as the user's own token
  private static void requireChainKept(VerifiedToken subject, Optional<Actor> result)
      throws RefusedRequestException {
    if (subject.actor().isPresent() && result.isEmpty()) {
      throw RefusedRequestException.invalidRequest(
          "expected an actor token, as the subject token has an actor");
    }
  }

  // RFC 8693 section 4.4
  private static void requireMayAct(VerifiedToken subject, Optional<Actor> result)
      throws RefusedRequestException {
    if (subject.mayAct().isPresent() && !result.filter(a -> may(subject, a)).isPresent()) {
      throw RefusedRequestException.invalidRequest(
          "expected an actor token of "
              + PrintableText.quoted(subject.mayAct().orElseThrow().subject()));
    }
  }

  // an authorized party that names prior actors is authorized only after just these
  private static boolean may(VerifiedToken subject, Actor actor) {
    Actor authorized = subject.mayAct().orElseThrow();
    return authorized.subject().equals(actor.subject())
        && (authorized.prior().isEmpty() || authorized.prior().equals(actor.prior()));
  }

  private static void requireShort(Optional<Actor> result) throws RefusedRequestException {
    if (result.map(Actor::chainLength).orElse(0) > Actor.LONGEST_CHAIN) {
      throw RefusedRequestException.invalidRequest(
          "expected a chain of at most %d actors".formatted(Actor.LONGEST_CHAIN));
    }
  }
}
