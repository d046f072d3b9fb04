package dev.onbehalf.products.server;

import dev.onbehalf.token.access.ClaimsReader;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;

/** What Keycloak's tokens say: they name the client in {@code azp}. */
final class KeycloakClaims implements ClaimsReader {
  @Override
  public JsonObject read(JsonObject claims) throws InvalidTokenException {
    if (claims.has("client_id")) {
      throw claims.unexpected("client_id", "nothing");
    }
    return claims.with("client_id", claims.text("azp"));
  }
}
