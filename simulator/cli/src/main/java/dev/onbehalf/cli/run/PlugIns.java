package dev.onbehalf.cli.run;

import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the strategies on the class path. */
final class PlugIns {
  private PlugIns() {}

  /** All strategies in the order in which they are registered. */
  static List<CredentialStrategy> load() {
    return ServiceLoader.load(CredentialStrategy.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
