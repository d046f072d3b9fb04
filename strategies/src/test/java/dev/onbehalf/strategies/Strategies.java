package dev.onbehalf.strategies;

import dev.onbehalf.strategy.CredentialStrategy;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The registered strategies, for tests. */
final class Strategies {
  private Strategies() {}

  static CredentialStrategy named(String name) {
    return all().filter(strategy -> strategy.about().name().equals(name)).findFirst().orElseThrow();
  }

  static Stream<CredentialStrategy> all() {
    return ServiceLoader.load(CredentialStrategy.class).stream().map(ServiceLoader.Provider::get);
  }
}
