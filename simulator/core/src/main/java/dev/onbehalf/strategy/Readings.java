package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.VerifiedToken;

/** What points learn alike from the tokens of several strategies. */
public final class Readings {
  private Readings() {}

  /**
   * The evidence with the actor who presents the token, and with those before it, who mustn't
   * decide (RFC 8693 section 4.1).
   */
  public static Evidence acting(Evidence evidence, Actor actor) {
    return withPrior(evidence.verified(Attributes.AGENT, actor.subject()), actor);
  }

  /**
   * The evidence with what the token says besides. RFC 8693 section 4.3: {@code client_id} is who
   * asked for it, and not who acts; section 4.1: prior actors mustn't decide.
   */
  public static Evidence informed(Evidence evidence, VerifiedToken token) {
    Evidence asked = evidence.informational(Attributes.REQUESTER, token.clientId());
    return token.actor().map(actor -> withPrior(asked, actor)).orElse(asked);
  }

  private static Evidence withPrior(Evidence evidence, Actor actor) {
    return actor
        .prior()
        .map(prior -> evidence.informational(Attributes.PRIOR_AGENTS, prior.subject()))
        .orElse(evidence);
  }

  /** What a gateway or broker learns of a call {@linkplain Call#through through} it. */
  public static Evidence atDoor(VerifiedPresentation presentation) {
    Evidence evidence = Evidence.none();
    for (VerifiedToken token : presentation.credentials(VerifiedToken.class)) {
      String attribute = token.isOfClient() ? Attributes.AGENT : Attributes.USER;
      evidence = evidence.verified(attribute, token.subject());
    }
    return evidence;
  }

  /** The user, and that she calls in person if it is the token of her own login. */
  public static Evidence userOrInPerson(VerifiedToken token) {
    Evidence user = Evidence.none().verified(Attributes.USER, token.subject());
    return token.isOfLogin() ? user.verified(Attributes.AGENT, Attributes.DIRECTLY) : user;
  }
}
