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
      description =
          "measure what takes how long: the strategies of the summary (brief), all, or all"
              + " thoroughly (full)")
  private Optional<Thoroughness> bench = Optional.empty();

  @Option(
      names = "--provider",
      paramLabel = "WHO",
      description = "who computes signatures: jdk or accp (the fastest that loads)")
  private Optional<SigningProvider> provider = Optional.empty();

  /** The plan asked for, or one of the mode. */
  Plan plan(SigningAlgorithm signing, Mode otherwise) {
    return new Plan(bench.map(Thoroughness::mode).orElse(otherwise), provider(), signing);
  }

  /** Whether every strategy is measured, and not just those that the summary shows. */
  boolean measuresAll() {
    return bench.filter(asked -> asked != Thoroughness.BRIEF).isPresent();
  }

  /** The provider asked for, or the fastest that works. */
  SigningProvider provider() {
    return preferred().orElseGet(SigningProvider::fastest);
  }

  /** The provider asked for, if it works. */
  Optional<SigningProvider> preferred() {
    return provider.filter(wanted -> wanted.obstacle().isEmpty());
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
    BRIEF(Mode.BRIEF),
    ALL(Mode.QUICK),
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
