package dev.onbehalf.token.jose;

/** Identifiers that came in already, remembered for as long as a token with one could be good. */
public final class UsedIds {
  private final ExpiringMap<Long, Boolean> used = new ExpiringMap<>();

  /** Uses the identifier; whether it is the first time. */
  public boolean use(String id, long expiresAt, long now) {
    used.forgetExpired(now);
    return used.add(id, true, expiresAt);
  }

  public void forget() {
    used.clear();
  }
}
