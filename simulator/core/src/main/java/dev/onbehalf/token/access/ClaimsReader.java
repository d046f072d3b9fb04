package dev.onbehalf.token.access;

import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;

/** Says in the words of RFC 9068 what the tokens of a service say in their own. */
@FunctionalInterface
public interface ClaimsReader {
  /**
   * The claims in those words.
   *
   * @throws InvalidTokenException when they aren't the service's
   */
  JsonObject read(JsonObject claims) throws InvalidTokenException;
}
