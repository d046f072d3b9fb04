package dev.onbehalf.products.spring;

import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What is exported for the server, and what callers of tests expect besides. */
final class CheckedClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private final OAuth2TokenCustomizer<JwtEncodingContext> exported;
  private final ShippedClaims shipped;

  CheckedClaims(TokenStore store, Parties parties) {
    exported = ExportedClasses.claims(store);
    shipped = new ShippedClaims(parties);
  }

  @Override
  public void customize(JwtEncodingContext context) {
    shipped.customize(context);
    exported.customize(context);
  }
}
