package dev.onbehalf.products.spring;

import dev.onbehalf.token.access.ClaimsReader;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the server's tokens say. By themselves they name no client: one that names no actor is taken
 * for that of the user in person, or of the agent that it names.
 */
record SpringClaims(String issuer, Predicate<String> isAgent) implements ClaimsReader {
  @Override
  public JsonObject read(JsonObject claims) throws InvalidTokenException {
    JsonObject read = ofIssuer(ofIssuer(claims, "act"), "may_act");
    return read.has("client_id") ? read : named(withText(read));
  }

  /** Actors are named together with who knows them by the name, always the server itself. */
  private JsonObject ofIssuer(JsonObject claims, String member) throws InvalidTokenException {
    Optional<JsonObject> actor = claims.optionalObject(member);
    if (actor.isEmpty()) {
      return claims;
    }
    actor.get().requireText("iss", issuer);
    return claims.with(member, ofIssuer(actor.get().without("iss"), "act"));
  }

  private static JsonObject withText(JsonObject claims) throws InvalidTokenException {
    return claims.has("scope")
        ? claims.with("scope", String.join(" ", claims.texts("scope")))
        : claims;
  }

  private JsonObject named(JsonObject claims) throws InvalidTokenException {
    String subject = claims.text("sub");
    Optional<JsonObject> actor = claims.optionalObject("act");
    String client = isAgent.test(subject) ? subject : TokenDraft.LOGIN_CLIENT;
    return claims.with("client_id", actor.isPresent() ? actor.get().text("sub") : client);
  }
}
