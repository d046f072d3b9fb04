package dev.onbehalf.token;

/** An agent as a client of the token service; each call is one round trip. */
@SuppressWarnings("DoNotCallSuggester")
public final class AgentClient {
  private final String id;

  AgentClient(String id) {
    this.id = id;
  }

  /** The client identifier, which is the agent's name. */
  public String id() {
    return id;
  }

  /**
   * The agent's own access token by client credentials (RFC 6749 section 4.4), with every action of
   * the resource as scope.
   */
  public CompactToken accessToken(String resource) {
    throw new UnsupportedOperationException(resource);
  }

  /** The agent's own token for the token service, to be used as actor token. */
  public CompactToken actorToken() {
    throw new UnsupportedOperationException();
  }

  /**
   * Exchanges tokens (RFC 8693 section 2).
   *
   * @param audience the resource, or the next agent of a chain
   * @param scope space-delimited; empty to keep the subject token's
   * @throws TokenRequestException with the error code of the answer
   */
  public CompactToken exchange(
      CompactToken subjectToken, CompactToken actorToken, String audience, String scope) {
    throw new UnsupportedOperationException(audience + subjectToken + actorToken + scope);
  }
}
