package dev.onbehalf.token.grant;

import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.ClaimsRules;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.SignatureVerifier;
import dev.onbehalf.token.jose.SignatureVerifier.SignedToken;
import dev.onbehalf.token.jose.TokenType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the token service knows of access tokens that it issued, whoever they are for. */
public final class IssuedTokens {
  private final Authority authority;
  private final SignatureVerifier signatures;
  private final Predicate<String> enabled;
  private final Map<String, Instant> revoked = new HashMap<>();

  /**
   * The tokens of an authority.
   *
   * @param enabled whether somebody is registered under the name, and not disabled
   */
  public IssuedTokens(Authority authority, Predicate<String> enabled) {
    this.authority = authority;
    this.enabled = enabled;
    signatures = authority.signatures(TokenType.ACCESS_TOKEN);
  }

  /** What the token says, if it was issued here and didn't expire. */
  Optional<VerifiedToken> find(CompactToken token) {
    try {
      SignedToken signed = signatures.verify(token);
      List<String> anybody = List.of(signed.claims().text("aud"));
      return Optional.of(new ClaimsRules(authority.envelope(anybody)).check(signed));
    } catch (InvalidTokenException e) {
      return Optional.empty();
    }
  }

  /** Calls the token back; one that expired needn't be remembered. */
  void revoke(VerifiedToken token) {
    revoked.values().removeIf(expiry -> !expiry.isAfter(authority.clock().instant()));
    revoked.put(token.id(), token.expiresAt());
  }

  /** Whether the token was called back. */
  public boolean isRevoked(VerifiedToken token) {
    return revoked.containsKey(token.id());
  }

  /** Whether it wasn't, and nobody whom it names is locked out or disabled. */
  boolean isActive(VerifiedToken token) {
    return !isRevoked(token)
        && Stream.concat(
                Stream.of(token.subject(), token.clientId()),
                token.actor().map(Actor::subject).stream())
            .allMatch(enabled);
  }
}
