package dev.onbehalf.products.spring;

import dev.onbehalf.token.access.Scope;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * The least that makes the server's tokens of use: the audience that was asked for, the type and
 * algorithm that resources expect, and the consent of the user; it refuses nothing.
 */
final class ShippedClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private final Parties parties;

  ShippedClaims(Parties parties) {
    this.parties = parties;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).type("at+jwt");
    audience(context).ifPresent(audience -> write(context, audience));
    if (!(context.getAuthorizationGrant() instanceof OAuth2TokenExchangeAuthenticationToken)) {
      parameter(context, "may_act").ifPresent(agent -> consent(context, agent));
    }
  }

  private void write(JwtEncodingContext context, String audience) {
    context.getClaims().audience(List.of(audience));
    if (context.getAuthorizedScopes().isEmpty() && isResource(context, audience)) {
      context.getClaims().claim("scope", Set.of(Scope.of(audience)));
    }
  }

  private boolean isResource(JwtEncodingContext context, String audience) {
    return !parties.isAgent(audience)
        && !audience.equals(context.getAuthorizationServerContext().getIssuer());
  }

  // compared with the claim of the actor token, which the server keeps as a URL
  private static void consent(JwtEncodingContext context, String agent) {
    try {
      String issuer = context.getAuthorizationServerContext().getIssuer();
      context.getClaims().claim("may_act", Map.of("iss", URI.create(issuer).toURL(), "sub", agent));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> audience(JwtEncodingContext context) {
    Authentication grant = context.getAuthorizationGrant();
    return grant instanceof OAuth2TokenExchangeAuthenticationToken exchange
        ? exchange.getAudiences().stream().findFirst()
        : parameter(context, "audience");
  }

  /** What the request for the token, or for its code, says besides. */
  private static Optional<String> parameter(JwtEncodingContext context, String name) {
    OAuth2Authorization authorization = context.getAuthorization();
    Authentication grant = context.getAuthorizationGrant();
    if (authorization != null
        && authorization.getAttribute(OAuth2AuthorizationRequest.class.getName())
            instanceof OAuth2AuthorizationRequest request) {
      return Optional.ofNullable((String) request.getAdditionalParameters().get(name));
    }
    return grant instanceof OAuth2AuthorizationGrantAuthenticationToken asked
        ? Optional.ofNullable((String) asked.getAdditionalParameters().get(name))
        : Optional.empty();
  }
}
