package dev.onbehalf.simulation.live;

import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.grant.ExchangeRule;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How a run is made.
 *
 * @param preferred who computes signatures, if that matters; nothing of a result depends on it
 * @param liveLimit how many requests the live run plays at most for one strategy; with 0, nothing
 *     is played and no workload simulated, and the exact score alone gives the same verdict sooner
 * @param omitted the rules on exchanges that the token service doesn't keep
 */
public record SimulationSettings(
    long seed,
    SigningAlgorithm algorithm,
    Optional<SigningProvider> preferred,
    Clock clock,
    int liveLimit,
    List<ExchangeRule> omitted) {
  /** The number of requests that the live run plays unless told otherwise. */
  public static final int DEFAULT_LIVE_LIMIT = 20_000;

  /** The seed unless told otherwise. */
  public static final long DEFAULT_SEED = 1;

  /** Runs are repeatable, down to the times in their tokens. */
  public static final Clock DEFAULT_CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  public SimulationSettings {
    omitted = List.copyOf(omitted);
  }

  /** A run by a token service that keeps every rule. */
  public SimulationSettings(
      long seed, SigningAlgorithm algorithm, SigningProvider provider, Clock clock, int liveLimit) {
    this(seed, algorithm, Optional.of(provider), clock, liveLimit, List.of());
  }

  /** The same by a token service that doesn't keep the rules. */
  public SimulationSettings omitting(List<ExchangeRule> rules) {
    return new SimulationSettings(seed, algorithm, preferred, clock, liveLimit, rules);
  }

  /** How a run is made when nobody says anything of it. */
  public static SimulationSettings byDefault() {
    return new SimulationSettings(
        DEFAULT_SEED,
        SigningAlgorithm.ES256,
        Optional.empty(),
        DEFAULT_CLOCK,
        DEFAULT_LIVE_LIMIT,
        List.of());
  }

  /** These settings for a run that gives the verdict and little else. */
  public SimulationSettings exactAlone() {
    return new SimulationSettings(seed, algorithm, preferred, clock, 0, omitted);
  }

  /** Whether the run gives the verdict and little else. */
  public boolean isExactAlone() {
    return liveLimit == 0;
  }

  /** The same by another clock. */
  SimulationSettings at(Clock other) {
    return new SimulationSettings(seed, algorithm, preferred, other, liveLimit, omitted);
  }

  /** Who computes signatures: looked for as late as that, since it takes long to load. */
  public SigningProvider provider() {
    return preferred.orElseGet(SigningProvider::fastest);
  }

  /** A token service whose tokens nobody is shown. */
  public TokenService tokenService() {
    return TokenService.seeded(seed, algorithm, provider(), clock).omitting(omitted);
  }

  /** Such a token service whose tokens live so long, in whole seconds. */
  public TokenService tokenService(Duration tokenLifetime) {
    return TokenService.seeded(
            seed, algorithm, provider(), tokenLifetime.truncatedTo(ChronoUnit.SECONDS), clock)
        .omitting(omitted);
  }

  /**
   * A token service whose tokens are shown. Claims hold other tokens and their hashes, so that
   * signatures must follow from the seed too, which not every provider lets them.
   */
  public TokenService shownTokenService() {
    return TokenService.seeded(seed, algorithm, clock).omitting(omitted);
  }
}
