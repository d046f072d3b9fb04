package dev.onbehalf.token.jose;

import java.util.LinkedHashMap;
import java.util.Map;

/** Identifiers that came in already, remembered for as long as a token with one could be good. */
public final class UsedIds {
  private final Map<String, Long> expiries = new LinkedHashMap<>();

  /** Uses the identifier; whether it is the first time. */
  public boolean use(String id, long expiresAt, long now) {
    expiries.values().removeIf(expiry -> expiry <= now);
    return expiries.putIfAbsent(id, expiresAt) == null;
  }

  public void forget() {
    expiries.clear();
  }
}
