package dev.onbehalf.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user's login: the tokens that it yields, each issued once and then kept. */
public final class UserSession {
  private final String user;
  private final Registry registry;
  private final TokenIssuer issuer;
  private final Map<TokenDraft, CompactToken> kept = new HashMap<>();

  UserSession(String user, Registry registry, TokenIssuer issuer) {
    this.user = user;
    this.registry = registry;
    this.issuer = issuer;
  }

  /** The user who is logged in. */
  public String user() {
    return user;
  }

  /** The user's own access token for the resource, with every action of it as scope. */
  public CompactToken accessToken(String resource) {
    registry.require(resource, Party.RESOURCE);
    return token(resource, resource);
  }

  /**
   * The token that the user hands to an agent as subject token (RFC 8693 section 2.1): its audience
   * is the agent, its scope every action of the resource.
   */
  public CompactToken subjectToken(String agent, String resource) {
    registry.require(agent, Party.CLIENT);
    registry.require(resource, Party.RESOURCE);
    return token(agent, resource);
  }

  private CompactToken token(String audience, String resource) {
    TokenDraft draft =
        TokenDraft.of(user, audience, TokenService.LOGIN_CLIENT, List.of(Scope.of(resource)));
    return kept.computeIfAbsent(draft, key -> issuer.issue(key).token());
  }
}
