package dev.onbehalf.products.spring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * The claims of RFC 9068, and the three checks on exchanges that the server doesn't make by itself.
 */
final class CheckedClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private final TokenStore store;
  private final ShippedClaims shipped;

  CheckedClaims(TokenStore store, Parties parties) {
    this.store = store;
    shipped = new ShippedClaims(parties);
  }

  @Override
  public void customize(JwtEncodingContext context) {
    Authentication grant = context.getAuthorizationGrant();
    if (grant instanceof OAuth2TokenExchangeAuthenticationToken exchange) {
      check(exchange, context.getRegisteredClient().getClientId());
    }
    shipped.customize(context);
    context.getClaims().claim("client_id", context.getRegisteredClient().getClientId());
    context.getClaims().claims(CheckedClaims::joinScope);
  }

  // RFC 8693 section 4.2: a space-delimited list
  private static void joinScope(Map<String, Object> claims) {
    claims.computeIfPresent(
        "scope",
        (name, scope) ->
            ((Set<?>) scope).stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  private void check(OAuth2TokenExchangeAuthenticationToken exchange, String client) {
    Map<String, Object> subject = claims(exchange.getSubjectToken());
    require(
        ((List<?>) subject.getOrDefault("aud", List.of())).contains(client),
        "the subject token is made out to another");
    require(
        !subject.containsKey("act") || exchange.getActorToken() != null,
        "the subject token has an actor, and the request none");
    require(
        exchange.getActorToken() == null
            || client.equals(claims(exchange.getActorToken()).get("sub")),
        "the actor token isn't the client's own");
  }

  private Map<String, Object> claims(String token) {
    Map<String, Object> claims =
        store.findByToken(token, OAuth2TokenType.ACCESS_TOKEN).getAccessToken().getClaims();
    return claims == null ? Map.of() : claims;
  }

  private static void require(boolean condition, String description) {
    if (!condition) {
      throw new OAuth2AuthenticationException(
          new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description, null));
    }
  }
}
