package dev.onbehalf.products.probe;

import dev.onbehalf.token.grant.ExchangeRule;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which rules on exchanges a token service was seen to keep or not; some can't be told. */
record KeptRules(Map<ExchangeRule, Boolean> kept) {
  KeptRules {
    kept = new EnumMap<>(kept);
  }

  static KeptRules of(Findings findings) {
    Map<ExchangeRule, Boolean> kept = new EnumMap<>(ExchangeRule.class);
    Rules rules = new Rules(findings);
    for (ExchangeRule rule : ExchangeRule.values()) {
      rules.keeps(rule).ifPresent(keeps -> kept.put(rule, keeps));
    }
    return new KeptRules(kept);
  }

  /** The rule in words. */
  static String words(ExchangeRule rule) {
    return switch (rule) {
      case SUBJECT_AUDIENCE -> "a token is exchanged by the client that it is for";
      case ACTORS_KEPT -> "whoever exchanges a token with actors names itself";
      case OWN_ACTOR_TOKEN -> "an actor token is the client's own";
      case ACTOR_TOKEN_READ -> "the actor token is read";
      case CLIENT_NAMED -> "the result names the client";
    };
  }

  /** How one tells. */
  private record Rules(Findings findings) {
    Optional<Boolean> keeps(ExchangeRule rule) {
      return switch (rule) {
        case SUBJECT_AUDIENCE -> subjectAudience();
        case ACTORS_KEPT -> actorsKept();
        case OWN_ACTOR_TOKEN -> ownActorToken();
        case ACTOR_TOKEN_READ ->
            findings
                .shape(Step.DELEGATED)
                .map(shape -> !shape.actors().isEmpty() || findings.isRefused(Step.WRONG_ACTOR));
        case CLIENT_NAMED ->
            findings.shape(Step.DELEGATED).map(one -> one.clientClaim(Roles.CLIENT).isPresent());
      };
    }

    /** A refusal says something only of a client that may exchange, and of a user that lets it. */
    private Optional<Boolean> subjectAudience() {
      Shape user = findings.user();
      if (!user.isKnown()
          || user.names("aud", Roles.OTHER_CLIENT)
          || user.claims().containsKey("may_act")) {
        return Optional.empty();
      }
      return findings.isRefused(Step.FOREIGN)
          ? findings.granted(Step.SECOND_HOP).map(shape -> true)
          : findings.granted(Step.FOREIGN).map(shape -> false);
    }

    private Optional<Boolean> actorsKept() {
      if (findings.shape(Step.HANDED_ON).filter(one -> !one.actors().isEmpty()).isEmpty()) {
        return Optional.empty();
      }
      return findings.isRefused(Step.DROPPED)
          ? findings.granted(Step.SECOND_HOP).map(shape -> true)
          : findings.shape(Step.DROPPED).map(shape -> !shape.actors().isEmpty());
    }

    private Optional<Boolean> ownActorToken() {
      if (findings.granted(Step.DELEGATED).isEmpty()) {
        return Optional.empty();
      }
      return findings.isRefused(Step.WRONG_ACTOR)
          ? Optional.of(true)
          : findings
              .shape(Step.WRONG_ACTOR)
              .flatMap(shape -> shape.actors().stream().findFirst())
              .filter(Roles.OTHER_CLIENT::equals)
              .map(actor -> false);
    }
  }
}
