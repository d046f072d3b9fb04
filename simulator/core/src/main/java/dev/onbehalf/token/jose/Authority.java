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
  private final Terms terms;
  private final TokenSigner signer;

  public Authority(String name, SigningKey key, Terms terms) {
    this.name = name;
    this.key = key;
    this.terms = terms;
    signer = new TokenSigner(key, key.signer(terms.random, terms.meter));
  }

  /** The {@code iss} claim of its tokens. */
  public String name() {
    return name;
  }

  public TokenSigner signer() {
    return signer;
  }

  public Clock clock() {
    return terms.clock;
  }

  public String newId() {
    return terms.ids.get();
  }

  /** From now on as long as tokens live, but not beyond the instant. */
  public Validity validity(Instant notAfter) {
    return Validity.of(terms.clock, terms.lifetime, notAfter);
  }

  /** Verifies who signed a token of the type. */
  public SignatureVerifier signatures(TokenType type) {
    return new SignatureVerifier(type, key, terms.meter);
  }

  /** The bare signature operations on a token. */
  public RawOperations rawOperations(CompactToken token) {
    try {
      return key.rawOperations(token, terms.random);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot sign", e);
    }
  }

  /** What all its tokens for one of the audiences say. */
  public EnvelopeRules envelope(List<String> audiences) {
    return envelope(audiences, terms.lifetime);
  }

  /** What its tokens of a type that lives no longer than the lifetime say. */
  public EnvelopeRules envelope(List<String> audiences, Duration longestLifetime) {
    return new EnvelopeRules(
        name, audiences, new TimeRules(terms.clock, longestLifetime, Duration.ZERO));
  }

  /**
   * What authorities have in common that differ in nothing but name and key.
   *
   * @param lifetime the longest of their tokens
   * @param random for signatures
   * @param ids for {@code jti} and {@code txn}
   */
  public record Terms(
      Duration lifetime,
      Clock clock,
      SecureRandom random,
      Supplier<String> ids,
      OperationMeter meter) {
    public Terms {
      if (lifetime.toSeconds() < 1 || lifetime.toNanosPart() != 0) {
        throw new IllegalArgumentException(
            "expected a lifetime of whole seconds, found " + lifetime);
      }
    }
  }
}
