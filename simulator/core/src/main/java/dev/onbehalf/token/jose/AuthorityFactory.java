package dev.onbehalf.token.jose;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes authorities that differ in nothing but name and key. */
public record AuthorityFactory(
    Duration lifetime,
    Clock clock,
    SecureRandom random,
    Supplier<String> ids,
    OperationMeter meter) {
  public AuthorityFactory {
    if (lifetime.toSeconds() < 1 || lifetime.toNanosPart() != 0) {
      throw new IllegalArgumentException("expected a lifetime of whole seconds, found " + lifetime);
    }
  }

  public Authority create(String name, SigningKey key) {
    return new Authority(name, key, random, clock, lifetime, ids, meter);
  }
}
