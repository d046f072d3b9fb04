package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.live.Examiner;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.TokenVerifier;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A resource that looks at the access token alone, by a verifier of its own choice: at its
 * signature, issuer, dates and scope, but at no proof beside it.
 *
 * @param verifiers by the resource's name
 */
record LaxResource(CredentialStrategy strategy, Function<String, TokenVerifier> verifiers)
    implements Examiner {
  @Override
  public Refusable<Examined> examine(Point point, Presentation presentation, Target target) {
    CompactToken bearer =
        presentation.parts().stream()
            .filter(Part.BearerToken.class::isInstance)
            .map(part -> ((Part.BearerToken) part).token())
            .findFirst()
            .orElseThrow();
    try {
      VerifiedToken token = verifiers.apply(target.resource()).verify(bearer);
      if (!Scope.covers(token.scope(), Scope.of(target.resource(), target.action()))) {
        return Refusable.refused("insufficient_scope", "");
      }
      VerifiedPresentation verified =
          new VerifiedPresentation(point, presentation, List.of(token), new TreeMap<>());
      return Refusable.of(new Examined(verified, strategy.read(verified)));
    } catch (InvalidTokenException e) {
      return Refusable.refused("invalid_token", String.valueOf(e.getMessage()));
    }
  }
}
