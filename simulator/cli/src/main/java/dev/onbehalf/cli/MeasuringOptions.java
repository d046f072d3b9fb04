package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.jmh.Mode;
import dev.onbehalf.jmh.Plan;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the user wants to measure. */
final class MeasuringOptions {
  @Option(
      names = "--bench",
      paramLabel = "HOW",
      defaultValue = "quick",
      description = "measure what strategies cost: quick or full (${DEFAULT-VALUE})")
  private Thoroughness bench = Thoroughness.QUICK;

  @Option(
      names = "--provider",
      paramLabel = "WHO",
      description = "who computes signatures: jdk or accp (the fastest that loads)")
  private Optional<SigningProvider> provider = Optional.empty();

  Plan plan(SigningAlgorithm signing) {
    return new Plan(bench.mode(), provider(), signing);
  }

  /** The provider asked for, or the fastest that works. */
  SigningProvider provider() {
    return provider
        .filter(wanted -> wanted.obstacle().isEmpty())
        .orElseGet(SigningProvider::fastest);
  }

  /** Tells the user when the provider asked for doesn't work. */
  void complain(Console console) {
    provider
        .flatMap(SigningProvider::obstacle)
        .ifPresent(
            reason ->
                console
                    .err()
                    .println(
                        "provider %s: %s; the Java runtime computes signatures instead"
                            .formatted(provider.orElseThrow(), reason)));
  }

  /** The modes that a user may ask for. */
  enum Thoroughness {
    QUICK(Mode.QUICK),
    FULL(Mode.FULL);

    private final Mode mode;

    Thoroughness(Mode mode) {
      this.mode = mode;
    }

    Mode mode() {
      return mode;
    }
  }
}
