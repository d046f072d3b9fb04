package dev.onbehalf.token;

import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.jose.CompactToken;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tokens that are issued once for each purpose, and once more when they have expired. */
final class KeptTokens<K> {
  private final Clock clock;
  private final Map<K, Kept> kept = new HashMap<>();
  private final Map<CompactToken, K> purposes = new HashMap<>();

  KeptTokens(Clock clock) {
    this.clock = clock;
  }

  CompactToken token(K purpose, Supplier<IssuedToken> issue) {
    long now = clock.instant().getEpochSecond();
    CompactToken token =
        kept.compute(
                purpose,
                (any, known) ->
                    known != null && now < known.expiresAt() ? known : Kept.of(issue.get(), now))
            .token();
    purposes.put(token, purpose);
    return token;
  }

  /** What the token was issued for, if it was issued here. */
  Optional<K> purpose(CompactToken token) {
    return Optional.ofNullable(purposes.get(token));
  }

  private record Kept(CompactToken token, long expiresAt) {
    static Kept of(IssuedToken issued, long now) {
      return new Kept(issued.token(), now + issued.secondsLeft());
    }
  }
}
