package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.KnownTo;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.simulation.live.Examiner;
import dev.onbehalf.simulation.live.Passage;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.VerifiedCredential;
import dev.onbehalf.token.grant.ExchangeGrant;
import dev.onbehalf.token.jose.MutableClock;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two users, two agents, two resources and one strategy, with a clock that can be turned. */
final class ContractWorld {
  static final long SEED = 7;
  static final SigningAlgorithm ALGORITHM = SigningAlgorithm.ES256;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Population POPULATION =
      new Population(List.of("ann", "bob"), List.of("ada", "bot"), List.of("disk", "mail"));

  /** An attribute that each of those knows who can know one. */
  static final Contexts CONTEXTS =
      new Contexts(
          List.of(
              new ContextAttribute("mode", List.of("batch"), KnownTo.CALLER),
              new ContextAttribute("tier", List.of("gold"), KnownTo.LOGIN),
              new ContextAttribute("amount", List.of("small"), KnownTo.RESOURCE)));

  private final CredentialStrategy strategy;
  private final MutableClock clock = new MutableClock(START);
  private final TokenService tokenService = TokenService.seeded(SEED, ALGORITHM, clock);
  private final Callers callers;

  ContractWorld(CredentialStrategy strategy) {
    this.strategy = strategy;
    callers = new Callers(strategy, POPULATION, tokenService, CONTEXTS);
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
    return new Request(
        user, path, resource, "use", CONTEXTS.choosing(attribute -> attribute.values().get(0)));
  }

  /** What is presented to a point. */
  record Stage(Point point, Presentation presentation) {}

  /** What the request presents to each point that it passes after issuance. */
  List<Stage> stages(Request request) {
    List<Stage> stages = new ArrayList<>();
    EnforcementPoint servers = new EnforcementPoint(strategy, tokenService);
    Examiner recorder =
        (point, presentation, target) -> {
          stages.add(new Stage(point, presentation));
          return servers.examine(point, presentation, target);
        };
    walk(recorder, request, request.resource()).orElseThrow();
    return stages;
  }

  private Refusable<List<Visit>> walk(Examiner examiner, Request request, String resource) {
    Credentials credentials = callers.credentials(request);
    return new Passage(strategy, tokenService, examiner)
        .walk(
            credentials.door(),
            credentials.presentation(),
            new Target(resource, request.action()),
            callers.state(request),
            visit -> true);
  }

  /** Whether a credential of the kind is found good at a point that the request passes. */
  boolean shows(Request request, Class<? extends VerifiedCredential> kind) {
    List<VerifiedCredential> shown = new ArrayList<>();
    EnforcementPoint servers = new EnforcementPoint(strategy, tokenService);
    Examiner recorder =
        (point, presentation, target) ->
            servers
                .examine(point, presentation, target)
                .map(
                    examined -> {
                      shown.addAll(examined.presentation().credentials());
                      return examined;
                    });
    walk(recorder, request, request.resource()).orElseThrow();
    return shown.stream().anyMatch(kind::isInstance);
  }

  /** Whether the token service has exchanged a token so far. */
  boolean hasExchanged() {
    return tokenService.endpoint().hasGranted(ExchangeGrant.GRANT_TYPE);
  }

  /** What every point sees of the request. */
  List<Visit> visits(Request request) {
    List<Visit> visits = new ArrayList<>(callers.obtained(request).issuance());
    visits.addAll(visits(request, request.resource()).orElseThrow());
    return visits;
  }

  /** What points see when the credentials of the request are used for another resource. */
  Refusable<List<Visit>> visits(Request request, String resource) {
    return walk(new EnforcementPoint(strategy, tokenService), request, resource);
  }

  Credentials credentials(Request request) {
    return callers.credentials(request);
  }

  Refusable<Evidence> examine(Point point, Presentation presentation, String resource) {
    return new EnforcementPoint(strategy, tokenService)
        .examine(point, presentation, new Target(resource, "use"))
        .map(Examiner.Examined::evidence);
  }

  void passTime(Duration duration) {
    clock.advance(duration);
  }
}
