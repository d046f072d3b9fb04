package dev.onbehalf.token;

import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TokenIssuer;
import dev.onbehalf.token.jose.CompactToken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The logins that users left with the broker, each for one resource, and what they yield. */
final class Vault {
  private final TokenIssuer issuer;
  private final Set<List<String>> logins = new HashSet<>();
  private final KeptTokens<List<String>> kept;

  Vault(TokenIssuer issuer) {
    this.issuer = issuer;
    kept = new KeptTokens<>(issuer.authority().clock());
  }

  void deposit(String user, String resource) {
    logins.add(List.of(user, resource));
  }

  void discard(String user, String resource) {
    logins.remove(List.of(user, resource));
  }

  /** The user's access token for the resource, which the broker asked for as a client. */
  Refusable<CompactToken> accessToken(String user, String resource) {
    List<String> login = List.of(user, resource);
    return logins.contains(login)
        ? Refusable.of(kept.token(login, () -> issue(user, resource)))
        : Refusable.refused("invalid_request", "the user left no login for the resource");
  }

  private IssuedToken issue(String user, String resource) {
    return issuer.issue(
        TokenDraft.of(user, resource, TokenService.BROKER, List.of(Scope.of(resource))));
  }
}
