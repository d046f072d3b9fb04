package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.NAAccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.TokenType;
import dev.onbehalf.token.jose.Validity;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A client trades a user's ID token for an assertion to the authorization server of a resource, an
 * ID-JAG (draft-ietf-oauth-identity-assertion-authz-grant, Token Exchange).
 */
public final class IdentityProvider implements Grant {
  private final Authority authority;
  private final Registry registry;
  private final IdTokens idTokens;
  private final UnaryOperator<String> resources;
  private final Supplier<IssuanceGate> gate;

  /**
   * Asserts to resources' servers.
   *
   * @param resources the resource of a server by the server's name
   */
  public IdentityProvider(
      Authority authority,
      Registry registry,
      UnaryOperator<String> resources,
      Supplier<IssuanceGate> gate) {
    this.authority = authority;
    this.registry = registry;
    this.resources = resources;
    this.gate = gate;
    idTokens = new IdTokens(authority);
  }

  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    String idToken =
        ExchangeReader.readWithoutActor(form, List.of(TokenTypeURI.ID_TOKEN))
            .getSubjectToken()
            .getValue();
    IdTokens.Login login = login(client, new CompactToken(idToken));
    ExchangedTokens.requireKnown(registry, login.user());
    TokenTarget server =
        TokenTarget.of(form, registry)
            .require(Party.AUTHORIZATION_SERVER, Party.AUTHORIZATION_SERVER);
    List<String> scope = scope(form);
    VerifiedExchange exchange = exchange(client, login, server, scope);
    // evaluates whether the client may act on behalf of the subject for the audience and the scope
    gate.get().require(exchange);
    AccessToken assertion = issue(client, login, server, scope);
    gate.get().issued(exchange, new CompactToken(assertion.getValue()));
    return assertion;
  }

  private VerifiedExchange exchange(
      RegisteredClient client, IdTokens.Login login, TokenTarget server, List<String> scope) {
    return new VerifiedExchange(
        client.id(),
        login.user(),
        login.context().attributes(),
        Optional.empty(),
        resources.apply(server.name()),
        scope);
  }

  // MUST validate the token, and that its audience is the client; RFC 8693 section 2.2.2
  private IdTokens.Login login(RegisteredClient client, CompactToken idToken)
      throws RefusedRequestException {
    try {
      return idTokens.verify(idToken, client.id());
    } catch (InvalidTokenException e) {
      throw RefusedRequestException.invalidRequest("subject token: " + e.getMessage());
    }
  }

  // what the user may do at the resource is the other server's to know
  private static List<String> scope(FormParameters form) throws RefusedRequestException {
    return Scope.parse(form.required("scope"))
        .orElseThrow(
            () -> RefusedRequestException.invalidScope("expected values between single spaces"));
  }

  private AccessToken issue(
      RegisteredClient client, IdTokens.Login login, TokenTarget server, List<String> scope) {
    // the assertion must not outlive what it rests on
    Validity validity = authority.validity(login.expiresAt());
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", authority.name());
    claims.put("sub", login.user());
    claims.put("aud", server.name());
    claims.put("client_id", client.id());
    validity.putInto(claims);
    claims.put("jti", authority.newId());
    claims.put("scope", String.join(" ", scope));
    login.context().putInto(claims);
    CompactToken token = authority.signer().sign(TokenType.ID_JAG, claims);
    // N_A, as it is no access token
    return new NAAccessToken(
        token.value(),
        validity.seconds(),
        com.nimbusds.oauth2.sdk.Scope.parse(scope),
        ExchangeTypes.ID_JAG);
  }
}
