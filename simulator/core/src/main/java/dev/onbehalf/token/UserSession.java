package dev.onbehalf.token;

/** A user's login: the tokens that it yields, each issued once and then kept. */
@SuppressWarnings("DoNotCallSuggester")
public final class UserSession {
  private final String user;

  UserSession(String user) {
    this.user = user;
  }

  /** The user who is logged in. */
  public String user() {
    return user;
  }

  /** The user's own access token for the resource, with every action of it as scope. */
  public CompactToken accessToken(String resource) {
    throw new UnsupportedOperationException(resource);
  }

  /**
   * The token that the user hands to an agent as subject token: its audience is the agent, its
   * scope every action of the resource.
   */
  public CompactToken subjectToken(String agent, String resource) {
    throw new UnsupportedOperationException(agent + resource);
  }
}
