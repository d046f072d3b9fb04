package dev.onbehalf.token.access;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The acting party of a token and those who acted before it (RFC 8693 section 4.1). */
public record Actor(String subject, Optional<Actor> prior) {
  public static final int LONGEST_CHAIN = 16;

  /** The chain of actors that the claim tells of, if it is there (RFC 8693 sections 4.1, 4.4). */
  public static Optional<Actor> read(JsonObject claims, String claim) throws InvalidTokenException {
    return read(claim, claims.optionalObject(claim), 1);
  }

  private static Optional<Actor> read(String claim, Optional<JsonObject> actor, int depth)
      throws InvalidTokenException {
    if (actor.isEmpty()) {
      return Optional.empty();
    }
    requireShallow(claim, depth);
    requireUnderstood(claim, actor.get());
    return Optional.of(
        new Actor(
            actor.get().identifier("sub"),
            read(claim, actor.get().optionalObject("act"), depth + 1)));
  }

  private static void requireShallow(String claim, int depth) throws InvalidTokenException {
    if (depth > LONGEST_CHAIN) {
      throw new InvalidTokenException(
          "expected at most %d actors in `%s`, found more".formatted(LONGEST_CHAIN, claim));
    }
  }

  // RFC 8693 section 4.1: other members identify the actor too (an `iss`, say), so one that is
  // passed over could make two parties look like one
  private static void requireUnderstood(String claim, JsonObject actor)
      throws InvalidTokenException {
    for (String name : actor.names()) {
      if (!List.of("sub", "act").contains(name)) {
        throw new InvalidTokenException(
            "expected only `sub` and `act` in `%s`, found %s"
                .formatted(claim, PrintableText.quoted(name)));
      }
    }
  }

  public int chainLength() {
    return 1 + prior.map(Actor::chainLength).orElse(0);
  }

  public Map<String, Object> toClaim() {
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("sub", subject);
    prior.ifPresent(actor -> claim.put("act", actor.toClaim()));
    return claim;
  }
}
