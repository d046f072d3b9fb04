package dev.onbehalf.token.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The acting party of a token and those who acted before it (RFC 8693 section 4.1). */
public record Actor(String subject, Optional<Actor> prior) {
  public static final int LONGEST_CHAIN = 16;

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
