package dev.onbehalf.token.workload;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an actor signs when it hands a call on (draft-mw-oauth-actor-chain-01, step proofs of the
 * profile with full disclosure): for whom, after whom and to whom.
 *
 * @param previous the hash of the step proof before, of the user's subject token at the start
 * @param actor who hands on, with those who acted before
 * @param next the next agent, or the resource
 */
public record StepProof(String previous, String user, Actor actor, String next) {
  private static final String CONTEXT = "actor-chain-verified-full-step-sig-v1";
  private static final String TARGET = "target_context";

  Map<String, Object> toClaims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("ctx", CONTEXT);
    claims.put("prev", previous);
    claims.put("sub", user);
    claims.put("act", actor.toClaim());
    claims.put(TARGET, Map.of("aud", next));
    return claims;
  }

  static StepProof read(JsonObject claims) throws InvalidTokenException {
    claims.requireText("ctx", CONTEXT);
    Optional<Actor> actor = Actor.read(claims, "act");
    Optional<JsonObject> target = claims.optionalObject(TARGET);
    if (actor.isEmpty() || target.isEmpty()) {
      throw claims.unexpected(actor.isEmpty() ? "act" : TARGET, "an object");
    }
    return new StepProof(
        claims.text("prev"), claims.identifier("sub"), actor.get(), target.get().identifier("aud"));
  }

  void requireSame(StepProof expected) throws InvalidTokenException {
    if (!equals(expected)) {
      throw new InvalidTokenException(
          "expected a step of %s for %s to %s after the one before"
              .formatted(
                  PrintableText.quoted(expected.actor().subject()),
                  PrintableText.quoted(expected.user()),
                  PrintableText.quoted(expected.next())));
    }
  }
}
