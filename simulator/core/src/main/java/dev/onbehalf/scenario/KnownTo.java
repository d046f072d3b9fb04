package dev.onbehalf.scenario;

/** Who knows the value of a context attribute before anybody else does. */
public enum KnownTo {
  /** The user's login, which can put it into her token. */
  LOGIN("login"),
  /** Whoever calls, so that only a strategy that signs it tells others. */
  CALLER("caller"),
  /** The resource itself, whatever the caller presents. */
  RESOURCE("resource");

  private final String word;

  KnownTo(String word) {
    this.word = word;
  }

  /** The word for it in scenarios. */
  public String word() {
    return word;
  }
}
