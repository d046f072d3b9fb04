package dev.onbehalf.token;

/** Identifiers that came in already, remembered for as long as a token with one could be good. */
final class UsedIds {
  private final ExpiringMap<Long, Boolean> used = new ExpiringMap<>();

  /** Uses the identifier; whether it is the first time. */
  boolean use(String id, long expiresAt, long now) {
    used.forgetExpired(now);
    return used.add(id, true, expiresAt);
  }

  void forget() {
    used.clear();
  }
}
