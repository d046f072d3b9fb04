package dev.onbehalf.token;

import dev.onbehalf.token.access.VerifiedCredential;

/** A login for one resource that a user left with the broker; made by {@link Vault} only. */
public final class VaultEntry implements VerifiedCredential {
  private final String user;
  private final String resource;
  private final UserSession session;

  VaultEntry(String user, String resource, UserSession session) {
    this.user = user;
    this.resource = resource;
    this.session = session;
  }

  /** The user whose login it is. */
  public String user() {
    return user;
  }

  /** The one resource that it is for. */
  public String resource() {
    return resource;
  }

  /** The login itself, for the broker alone. */
  public UserSession session() {
    return session;
  }
}
