package dev.onbehalf.token.jose;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Who issues tokens under a name, with one key for all types of them. */
public final class Authority {
  private final String name;
  private final SigningKey key;
  private final SecureRandom random;
  private final TokenSigner signer;
  private final Clock clock;
  private final Duration lifetime;
  private final Supplier<String> ids;
  private final OperationMeter meter;

  /**
   * An authority whose tokens live as long as the lifetime at most.
   *
   * @param random for signatures
   * @param ids for {@code jti} and {@code txn}
   */
  Authority(
      String name,
      SigningKey key,
      SecureRandom random,
      Clock clock,
      Duration lifetime,
      Supplier<String> ids,
      OperationMeter meter) {
    this.name = name;
    this.key = key;
    this.random = random;
    signer = new TokenSigner(key, key.signer(random, meter));
    this.clock = clock;
    this.lifetime = lifetime;
    this.ids = ids;
    this.meter = meter;
  }

  /** The {@code iss} claim of its tokens. */
  public String name() {
    return name;
  }

  public TokenSigner signer() {
    return signer;
  }

  public Clock clock() {
    return clock;
  }

  public String newId() {
    return ids.get();
  }

  /** From now on as long as tokens live, but not beyond the instant. */
  public Validity validity(Instant notAfter) {
    return Validity.of(clock, lifetime, notAfter);
  }

  /** Verifies who signed a token of the type. */
  public SignatureVerifier signatures(TokenType type) {
    return new SignatureVerifier(type, key, meter);
  }

  /** The bare signature operations on a token. */
  public RawOperations rawOperations(CompactToken token) {
    try {
      return key.rawOperations(token, random);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot sign", e);
    }
  }

  /** What all its tokens for one of the audiences say. */
  public EnvelopeRules envelope(List<String> audiences) {
    return envelope(audiences, lifetime);
  }

  /** What its tokens of a type that lives no longer than the lifetime say. */
  public EnvelopeRules envelope(List<String> audiences, Duration longestLifetime) {
    return new EnvelopeRules(name, audiences, new TimeRules(clock, longestLifetime, Duration.ZERO));
  }
}
