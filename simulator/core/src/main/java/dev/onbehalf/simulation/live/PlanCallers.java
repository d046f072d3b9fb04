package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.grant.IssuanceGate;
import dev.onbehalf.token.grant.VerifiedExchange;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The users and agents of a plan, registered with one token service for all of its parts. Whoever
 * decides there on what is issued for a resource is the one of the resource's own strategy.
 */
final class PlanCallers implements IssuanceGate {
  /** A client that impersonates is one client, and whoever bears a name makes it known. */
  private static final Map<Kind, List<Kind>> COVERING =
      Map.of(
          Kind.CLIENT,
          List.of(Kind.IMPERSONATOR),
          Kind.AGENT_NAME,
          List.of(
              Kind.CLIENT,
              Kind.IMPERSONATOR,
              Kind.CERTIFICATE,
              Kind.WORKLOAD_KEY,
              Kind.SERVICE_PRINCIPAL));

  private final Scenario scenario;
  private final TokenService tokenService;
  private final Population population;
  private final List<Seat> seats;
  private final Set<Registration> registered = new LinkedHashSet<>();
  private final Map<List<Object>, Optional<Part>> consented = new HashMap<>();

  PlanCallers(Scenario scenario, TokenService tokenService, List<PlanShare> shares) {
    this.scenario = scenario;
    this.tokenService = tokenService;
    population = Callers.population(scenario);
    population.resources().forEach(tokenService::registerResource);
    seats = shares.stream().map(share -> Seat.of(share, tokenService, scenario)).toList();
    seats.stream().map(Seat::share).forEach(share -> registered.addAll(registrations(share)));
    registered.stream()
        .filter(this::isNotCovered)
        .sorted(Comparator.comparing(Registration::kind))
        .forEach(tokenService::register);
    tokenService.guardIssuance(this);
  }

  private Set<Registration> registrations(PlanShare share) {
    return Registered.of(share.strategy(), population.withResources(share.resources()));
  }

  private boolean isNotCovered(Registration registration) {
    return COVERING.getOrDefault(registration.kind(), List.of()).stream()
        .noneMatch(kind -> registered.contains(new Registration(kind, registration.names())));
  }

  /** The callers of every part. */
  List<Seat> seats() {
    return seats;
  }

  /**
   * What the caller of the request holds besides what the strategy of its resource gives it: what
   * the plan gives it for other resources, of which one stands for all of a strategy, and what a
   * user's consent to an agent is good for anywhere.
   */
  List<Part> besides(Request request) {
    return Stream.concat(
            seats.stream().flatMap(seat -> elsewhere(seat, request).stream().flatMap(seat::held)),
            byConsent(request).stream())
        .distinct()
        .toList();
  }

  private Optional<Part> byConsent(Request request) {
    String agent = Proof.Showing.presenter(request.via());
    return !request.isForNobody() && tokenService.isClient(agent)
        ? consented.computeIfAbsent(
            List.of(session(request), agent, request.resource()), any -> authorized(agent, request))
        : Optional.empty();
  }

  private UserSession session(Request request) {
    return seats.get(0).callers().sessionOf(request);
  }

  private Optional<Part> authorized(String agent, Request request) {
    return tokenService
        .client(agent)
        .authorizedToken(session(request), request.resource())
        .map(token -> (Part) new Part.BearerToken(token))
        .toOptional();
  }

  private Optional<Request> elsewhere(Seat seat, Request request) {
    return scenario.resources().stream()
        .filter(resource -> seat.share().resources().contains(resource.name()))
        .filter(resource -> !resource.name().equals(request.resource()))
        .findFirst()
        .map(resource -> at(resource, request));
  }

  private static Request at(Resource resource, Request request) {
    return new Request(
        request.user(),
        request.via(),
        resource.name(),
        resource.actions().get(0),
        request.context());
  }

  private Optional<Issuance> issuanceFor(String resource) {
    return seats.stream()
        .filter(seat -> seat.share().decidesAtIssuanceFor(resource))
        .map(seat -> seat.callers().issuance())
        .findFirst();
  }

  @Override
  public boolean admits(VerifiedExchange exchange) {
    return issuanceFor(exchange.resource()).map(gate -> gate.admits(exchange)).orElse(true);
  }

  @Override
  public void issued(VerifiedExchange exchange, CompactToken token) {
    issuanceFor(exchange.resource()).ifPresent(gate -> gate.issued(exchange, token));
  }

  @Override
  public void traded(CompactToken issued, CompactToken token) {
    seats.forEach(seat -> seat.callers().issuance().traded(issued, token));
  }

  /** A part of the plan with its callers and its policy engines. */
  record Seat(PlanShare share, Callers callers, DecisionPoints decisionPoints) {
    private static Seat of(PlanShare share, TokenService tokenService, Scenario scenario) {
      CredentialStrategy strategy = share.strategy();
      Callers callers = new Callers(strategy, tokenService, scenario.contexts());
      DecisionPoints decisionPoints = new DecisionPoints(scenario, strategy.about().proof());
      callers.issuance().judgeBy(decisionPoints);
      return new Seat(share, callers, decisionPoints);
    }

    private Stream<Part> held(Request request) {
      return callers.obtained(request).credentials().toOptional().stream()
          .flatMap(credentials -> credentials.held().stream());
    }
  }
}
