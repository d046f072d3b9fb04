package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.ClaimsRules;
import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.access.RunContext;
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
import java.util.function.Supplier;

/**
 * A client brings an identity provider's assertion for an access token (RFC 7523 section 2.1,
 * draft-ietf-oauth-identity-assertion-authz-grant, Access Token Request).
 */
public final class JwtBearer implements Grant {
  public static final String GRANT_TYPE = GrantType.JWT_BEARER.getValue();

  private final String resource;
  private final Registry registry;
  private final Supplier<IssuanceGate> gate;
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
   * @param resource the one that it issues tokens for
   * @param gate of the identity provider, which hears what becomes of its assertions
   */
  public JwtBearer(
      Authority authority,
      Authority identityProvider,
      String resource,
      Registry registry,
      Supplier<IssuanceGate> gate) {
    this.resource = resource;
    this.registry = registry;
    this.gate = gate;
    signatures = identityProvider.signatures(TokenType.ID_JAG);
    envelope = identityProvider.envelope(List.of(authority.name()));
    issuer = new TokenIssuer(authority);
    clock = authority.clock();
  }

  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    IdentityAssertion assertion = assertion(client, form.required("assertion"));
    requireOwn(TokenTarget.of(form, registry).require(Party.RESOURCE));
    List<String> scope = scope(assertion, form);
    requireFirstUse(assertion);
    IssuedToken issued =
        issuer.issue(
            TokenDraft.of(assertion.user(), resource, client.id(), scope)
                .within(assertion.context()));
    gate.get().traded(new CompactToken(form.required("assertion")), issued.token());
    return issued.granted();
  }

  // RFC 8707 section 2: unwilling to issue a token for another resource
  private void requireOwn(TokenTarget target) throws RefusedRequestException {
    if (!target.name().equals(resource)) {
      throw RefusedRequestException.invalidTarget(
          "expected %s, found %s"
              .formatted(PrintableText.quoted(resource), PrintableText.quoted(target.name())));
    }
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

  private List<String> scope(IdentityAssertion assertion, FormParameters form)
      throws RefusedRequestException {
    List<String> scope = Scope.concerning(resource, RequestedScope.within(assertion.scope(), form));
    if (scope.isEmpty()) {
      throw RefusedRequestException.invalidScope(
          "expected a scope that concerns " + PrintableText.quoted(resource));
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
      String id,
      String user,
      String client,
      RunContext context,
      List<String> scope,
      Instant expiresAt) {
    IdentityAssertion {
      scope = List.copyOf(scope);
    }

    static IdentityAssertion read(JsonObject claims) throws InvalidTokenException {
      return new IdentityAssertion(
          claims.identifier("jti"),
          claims.identifier("sub"),
          claims.identifier("client_id"),
          RunContext.read(claims),
          ClaimsRules.scope(claims),
          Instant.ofEpochSecond(claims.seconds("exp")));
    }
  }
}
