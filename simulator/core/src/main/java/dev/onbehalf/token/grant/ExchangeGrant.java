package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.StepProofChain;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TokenIssuer;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A client trades a token for one with another audience, as an actor or not (RFC 8693), or for one
 * of another type by rules of its own.
 */
public final class ExchangeGrant implements Grant {
  public static final String GRANT_TYPE = GrantType.TOKEN_EXCHANGE.getValue();

  private final Registry registry;
  private final ExchangedTokens tokens;
  private final TokenIssuer issuer;
  private final StepProofExtension stepProofs;
  private final Supplier<IssuanceGate> gate;
  private final Map<String, Grant> others = new HashMap<>();

  /**
   * Exchanges for a token service.
   *
   * @param gate that decides on tokens for resources
   * @param others what answers those who ask for other types (RFC 8693 section 2.1)
   */
  public ExchangeGrant(
      Registry registry,
      ExchangedTokens tokens,
      TokenIssuer issuer,
      StepProofExtension stepProofs,
      Supplier<IssuanceGate> gate,
      Map<TokenTypeURI, Grant> others) {
    this.gate = gate;
    others.forEach((type, grant) -> this.others.put(type.toString(), grant));
    this.registry = registry;
    this.tokens = tokens;
    this.issuer = issuer;
    this.stepProofs = stepProofs;
  }

  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    Optional<Grant> other = form.optional("requested_token_type").map(others::get);
    return other.isPresent() ? other.get().answer(client, form) : accessToken(client, form);
  }

  private AccessToken accessToken(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    TokenExchangeGrant grant = ExchangeReader.read(form);
    VerifiedToken subject = tokens.subject(client, grant);
    Optional<VerifiedToken> actorToken = tokens.actor(client, grant);
    Optional<Actor> actor = Delegation.of(subject, actorToken, tokens.omitted());
    TokenTarget target = TokenTarget.of(form, registry).require(Party.RESOURCE, Party.CLIENT);
    List<String> scope = scope(subject, target, form);
    StepProofChain chain = stepProofs.extended(form, subject, actor, target);
    TokenDraft draft = draft(client, subject, actor, target, scope, chain);
    if (target.party() != Party.RESOURCE) {
      return issuer.issue(draft).exchanged();
    }
    return issue(VerifiedExchange.of(client, subject, actorToken, target.name(), scope), draft);
  }

  private AccessToken issue(VerifiedExchange exchange, TokenDraft draft)
      throws RefusedRequestException {
    gate.get().require(exchange);
    IssuedToken issued = issuer.issue(draft);
    gate.get().issued(exchange, issued.token());
    return issued.exchanged();
  }

  private TokenDraft draft(
      RegisteredClient client,
      VerifiedToken subject,
      Optional<Actor> actor,
      TokenTarget target,
      List<String> scope,
      StepProofChain chain) {
    return new TokenDraft(
        subject.subject(),
        target.name(),
        clientId(client, subject, actor),
        scope,
        // the result must not outlive what it rests on
        subject.expiresAt(),
        actor,
        Optional.empty(),
        // RFC 9396 section 9.1: what the subject token grants, and nothing more
        new RunContext(subject.context()),
        chain,
        client.provedKey());
  }

  // RFC 8693 section 1.1: indistinguishable from the user, if the client is trusted that far
  private String clientId(RegisteredClient client, VerifiedToken subject, Optional<Actor> actor) {
    if (actor.isEmpty() && tokens.omitted().contains(ExchangeRule.CLIENT_NAMED)) {
      boolean ofUser = registry.find(subject.subject()).equals(Optional.of(Party.USER));
      return ofUser ? TokenDraft.LOGIN_CLIENT : subject.subject();
    }
    return client.impersonates() && actor.isEmpty() ? subject.clientId() : client.id();
  }

  private static List<String> scope(VerifiedToken subject, TokenTarget target, FormParameters form)
      throws RefusedRequestException {
    List<String> granted = narrow(RequestedScope.within(subject.scope(), form), target);
    if (granted.isEmpty()) {
      throw RefusedRequestException.invalidScope(
          "expected a scope that concerns " + PrintableText.quoted(target.name()));
    }
    return granted;
  }

  // RFC 9700 section 2.3: a resource learns of no rights but those at itself
  private static List<String> narrow(List<String> scope, TokenTarget target) {
    return target.party() == Party.RESOURCE ? Scope.concerning(target.name(), scope) : scope;
  }
}
