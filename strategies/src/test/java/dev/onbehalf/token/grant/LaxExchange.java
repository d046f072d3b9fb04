package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import dev.onbehalf.token.Flaw;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.StepProofChain;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TokenIssuer;
import dev.onbehalf.token.access.TokenVerifier;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.registry.Registry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The exchange of the token service without some of its rules; without a flaw it has them all. */
public record LaxExchange(
    String issuer,
    Registry registry,
    Function<List<String>, TokenVerifier> verifiers,
    TokenIssuer tokens,
    Set<Flaw> flaws)
    implements Grant {
  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    TokenExchangeGrant grant = ExchangeReader.read(form);
    VerifiedToken subject = exchanged().subject(client, grant);
    Optional<VerifiedToken> actorToken = actorToken(client, grant);
    TokenTarget target = TokenTarget.of(form, registry);
    List<String> scope = RequestedScope.within(subject.scope(), form);
    Optional<Actor> actor =
        dropsActors(subject, actorToken)
            ? Optional.empty()
            : Delegation.of(subject, actorToken, Set.of());
    boolean asUser =
        actor.isEmpty()
            && (dropsActors(subject, actorToken)
                || flaws.contains(Flaw.ACTOR_IGNORED)
                || flaws.contains(Flaw.NO_ACTOR_NEEDED));
    return tokens
        .issue(
            new TokenDraft(
                subject.subject(),
                target.name(),
                asUser ? TokenDraft.LOGIN_CLIENT : client.id(),
                scope,
                subject.expiresAt(),
                actor,
                Optional.empty(),
                new RunContext(subject.context()),
                StepProofChain.NONE,
                Optional.empty()))
        .exchanged();
  }

  private ExchangedTokens exchanged() {
    return new ExchangedTokens(issuer, registry, verifiers, token -> false);
  }

  private boolean dropsActors(VerifiedToken subject, Optional<VerifiedToken> actorToken) {
    return flaws.contains(Flaw.ACT_DROPPED) && subject.actor().isPresent() && actorToken.isEmpty();
  }

  private Optional<VerifiedToken> actorToken(RegisteredClient client, TokenExchangeGrant grant)
      throws RefusedRequestException {
    if (flaws.contains(Flaw.ACTOR_IGNORED)) {
      return Optional.empty();
    }
    return flaws.contains(Flaw.ACTOR_NOT_TIED) && grant.getActorToken() != null
        ? Optional.of(anybodys(new CompactToken(grant.getActorToken().getValue())))
        : exchanged().actor(client, grant);
  }

  private VerifiedToken anybodys(CompactToken actorToken) throws RefusedRequestException {
    try {
      return verifiers.apply(List.of(issuer)).verify(actorToken);
    } catch (InvalidTokenException e) {
      throw RefusedRequestException.invalidRequest("actor token: " + e.getMessage());
    }
  }
}
