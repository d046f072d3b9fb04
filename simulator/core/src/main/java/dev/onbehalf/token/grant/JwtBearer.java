package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.ClaimsRules;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TokenIssuer;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.EnvelopeRules;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.SignatureVerifier;
import dev.onbehalf.token.jose.TokenType;
import dev.onbehalf.token.jose.UsedIds;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A client brings an identity provider's assertion for an access token (RFC 7523 section 2.1,
 * draft-ietf-oauth-identity-assertion-authz-grant, Access Token Request).
 */
public final class JwtBearer implements Grant {
  public static final String GRANT_TYPE = GrantType.JWT_BEARER.getValue();

  private final Registry registry;
  private final SignatureVerifier signatures;
  private final EnvelopeRules envelope;
  private final TokenIssuer issuer;
  private final Clock clock;
  private final UsedIds used = new UsedIds();

  /**
   * Answers for one authorization server.
   *
   * @param authority its own
   * @param identityProvider the one whose assertions it takes
   */
  public JwtBearer(Authority authority, Authority identityProvider, Registry registry) {
    this.registry = registry;
    signatures = identityProvider.signatures(TokenType.ID_JAG);
    envelope = identityProvider.envelope(List.of(authority.name()));
    issuer = new TokenIssuer(authority);
    clock = authority.clock();
  }

  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    IdentityAssertion assertion = assertion(client, form.required("assertion"));
    TokenTarget target = TokenTarget.of(form, registry).require(Party.RESOURCE, Party.RESOURCE);
    List<String> scope = scope(assertion, target, form);
    requireFirstUse(assertion);
    return issuer
        .issue(TokenDraft.of(assertion.user(), target.name(), client.id(), scope))
        .granted();
  }

  // RFC 7523 section 3.1: an assertion that isn't good is an invalid_grant
  private IdentityAssertion assertion(RegisteredClient client, String text)
      throws RefusedRequestException {
    try {
      JsonObject claims = signatures.verify(new CompactToken(text)).claims();
      envelope.check(claims);
      IdentityAssertion assertion = IdentityAssertion.read(claims);
      requireSame(client, assertion);
      return assertion;
    } catch (InvalidTokenException e) {
      throw RefusedRequestException.invalidGrant("assertion: " + e.getMessage());
    }
  }

  // MUST identify the client that is authenticated
  private static void requireSame(RegisteredClient client, IdentityAssertion assertion)
      throws InvalidTokenException {
    if (!assertion.client().equals(client.id())) {
      throw new InvalidTokenException(
          "expected one for this client, found one for "
              + PrintableText.quoted(assertion.client()));
    }
  }

  private static List<String> scope(
      IdentityAssertion assertion, TokenTarget target, FormParameters form)
      throws RefusedRequestException {
    List<String> scope =
        Scope.concerning(target.name(), RequestedScope.within(assertion.scope(), form));
    if (scope.isEmpty()) {
      throw RefusedRequestException.invalidScope(
          "expected a scope that concerns " + PrintableText.quoted(target.name()));
    }
    return scope;
  }

  // RFC 7523 section 3, item 7: last, so that a request refused for another reason spoils nothing
  private void requireFirstUse(IdentityAssertion assertion) throws RefusedRequestException {
    long now = clock.instant().getEpochSecond();
    if (!used.use(assertion.id(), assertion.expiresAt().getEpochSecond(), now)) {
      throw RefusedRequestException.invalidGrant("expected an assertion that wasn't used before");
    }
  }

  /**
   * An identity provider's word for a user whom a client acts for, verified
   * (draft-ietf-oauth-identity-assertion-authz-grant, ID-JAG).
   */
  private record IdentityAssertion(
      String id, String user, String client, List<String> scope, Instant expiresAt) {
    IdentityAssertion {
      scope = List.copyOf(scope);
    }

    static IdentityAssertion read(JsonObject claims) throws InvalidTokenException {
      return new IdentityAssertion(
          claims.identifier("jti"),
          claims.identifier("sub"),
          claims.identifier("client_id"),
          ClaimsRules.scope(claims),
          Instant.ofEpochSecond(claims.seconds("exp")));
    }
  }
}
