package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.TokenVerifier;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.registry.Registry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The subject token and the actor token of an exchange, verified (RFC 8693 section 2.1).
 *
 * @param verifiers a verifier for each list of accepted audiences
 * @param revoked whether a token was called back
 * @param omitted the rules that aren't kept
 */
public record ExchangedTokens(
    String issuer,
    Registry registry,
    Function<List<String>, TokenVerifier> verifiers,
    Predicate<VerifiedToken> revoked,
    Set<ExchangeRule> omitted) {
  /** Such tokens where every rule is kept. */
  public ExchangedTokens(
      String issuer,
      Registry registry,
      Function<List<String>, TokenVerifier> verifiers,
      Predicate<VerifiedToken> revoked) {
    this(issuer, registry, verifiers, revoked, Set.of());
  }

  /** The subject token; one made out to another agent is not this client's to exchange. */
  VerifiedToken subject(RegisteredClient client, TokenExchangeGrant grant)
      throws RefusedRequestException {
    return subject(grant, List.of(issuer, client.id()));
  }

  /**
   * The token that a call brought to the client: for the resource that the client is to call in
   * turn, or for the client itself.
   */
  VerifiedToken inbound(RegisteredClient client, String resource, TokenExchangeGrant grant)
      throws RefusedRequestException {
    return subject(grant, List.of(resource, client.id()));
  }

  private VerifiedToken subject(TokenExchangeGrant grant, List<String> audiences)
      throws RefusedRequestException {
    VerifiedToken subject =
        verify(
            "subject token",
            grant.getSubjectToken(),
            audiences(ExchangeRule.SUBJECT_AUDIENCE, audiences));
    requireKnown(registry, subject.subject());
    return subject;
  }

  private List<String> audiences(ExchangeRule rule, List<String> audiences) {
    return omitted.contains(rule) ? registry.names() : audiences;
  }

  // RFC 8693 section 2.2.2: a token that is good, but of somebody who is locked out by now
  static void requireKnown(Registry registry, String subject) throws RefusedRequestException {
    if (registry.find(subject).isEmpty()) {
      throw RefusedRequestException.invalidRequest(
          "expected a subject token of somebody who is registered, found one of "
              + PrintableText.quoted(subject));
    }
  }

  /** The actor token, if there is one; it must be this client's own. */
  Optional<VerifiedToken> actor(RegisteredClient client, TokenExchangeGrant grant)
      throws RefusedRequestException {
    if (grant.getActorToken() == null || omitted.contains(ExchangeRule.ACTOR_TOKEN_READ)) {
      return Optional.empty();
    }
    List<String> audiences = audiences(ExchangeRule.OWN_ACTOR_TOKEN, List.of(issuer));
    VerifiedToken actor = verify("actor token", grant.getActorToken(), audiences);
    if (!omitted.contains(ExchangeRule.OWN_ACTOR_TOKEN)) {
      requireSelf(client, actor);
    }
    return Optional.of(actor);
  }

  // an actor token with actors of its own would lose them in the result
  private static void requireSelf(RegisteredClient client, VerifiedToken actor)
      throws RefusedRequestException {
    if (!actor.subject().equals(client.id()) || actor.actor().isPresent()) {
      throw RefusedRequestException.invalidRequest(
          "expected the client's own actor token, found one of "
              + PrintableText.quoted(actor.subject()));
    }
  }

  private VerifiedToken verify(String name, Token token, List<String> audiences)
      throws RefusedRequestException {
    try {
      return unrevoked(verifiers.apply(audiences).verify(new CompactToken(token.getValue())));
    } catch (InvalidTokenException e) {
      // RFC 8693 section 2.2.2: MUST be invalid_request
      throw RefusedRequestException.invalidRequest(name + ": " + e.getMessage());
    }
  }

  // RFC 7009 section 2: a token that was called back can't be used again
  private VerifiedToken unrevoked(VerifiedToken token) throws InvalidTokenException {
    if (revoked.test(token)) {
      throw new InvalidTokenException("expected a token that wasn't called back");
    }
    return token;
  }
}
