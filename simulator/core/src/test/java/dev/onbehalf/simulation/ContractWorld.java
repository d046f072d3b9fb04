package dev.onbehalf.simulation;

import dev.onbehalf.authz.Evidence;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.CompactToken;
import dev.onbehalf.token.InvalidTokenException;
import dev.onbehalf.token.SigningAlgorithm;
import dev.onbehalf.token.TokenService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Two users, two agents, two resources and one strategy, with a clock that can be turned. */
final class ContractWorld {
  static final long SEED = 7;
  static final SigningAlgorithm ALGORITHM = SigningAlgorithm.ES256;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Population POPULATION =
      new Population(List.of("ann", "bob"), List.of("ada", "bot"), List.of("disk", "mail"));

  private final CredentialStrategy strategy;
  private final TurnedClock clock = new TurnedClock();
  private final TokenService tokenService = TokenService.seeded(SEED, ALGORITHM, clock);
  private final Callers callers;

  ContractWorld(CredentialStrategy strategy) {
    this.strategy = strategy;
    callers = new Callers(strategy, POPULATION, tokenService);
  }

  /** Direct, through one agent and through both, for each user. */
  static List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    for (String user : POPULATION.users()) {
      for (List<String> path :
          List.of(List.<String>of(), List.of("ada"), List.of("bot"), List.of("ada", "bot"))) {
        requests.add(request(user, path, "disk"));
      }
    }
    return requests;
  }

  static Request request(String user, List<String> path, String resource) {
    return new Request(user, path, resource, "use", new TreeMap<>());
  }

  Presentation presentation(Request request) {
    return callers.credentials(request).presentation();
  }

  /** The evidence of what the request presents, as a server of this world reads it. */
  Evidence evidence(Request request) throws InvalidTokenException {
    return examine(presentation(request), request.resource());
  }

  Evidence examine(Presentation presentation, String resource) throws InvalidTokenException {
    return new EnforcementPoint(strategy, tokenService)
        .examine(presentation, new Target(resource, "use"));
  }

  /** The evidence as an instance of the strategy reads it that never saw the call. */
  Evidence evidenceReadAfresh(Request request) throws InvalidTokenException {
    return new EnforcementPoint(fresh(), tokenService)
        .examine(presentation(request), new Target(request.resource(), "use"));
  }

  private CredentialStrategy fresh() {
    try {
      return strategy.getClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a strategy needs a public constructor without parameters", e);
    }
  }

  void passTime(Duration duration) {
    clock.now = clock.now.plus(duration);
  }

  static List<CompactToken> tokens(Presentation presentation) {
    return presentation.parts().stream()
        .filter(Part.BearerToken.class::isInstance)
        .map(part -> ((Part.BearerToken) part).token())
        .toList();
  }

  private static final class TurnedClock extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
