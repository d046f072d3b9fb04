package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.simulation.live.Examiner;
import dev.onbehalf.simulation.live.NamingGuard;
import dev.onbehalf.simulation.live.Passage;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.simulation.result.Explanation;
import dev.onbehalf.simulation.result.Explanation.EvidenceFacts;
import dev.onbehalf.simulation.result.Explanation.ExplainedCall;
import dev.onbehalf.simulation.result.Explanation.PartFacts;
import dev.onbehalf.simulation.result.Explanation.RegistrationFacts;
import dev.onbehalf.simulation.result.Explanation.Stop;
import dev.onbehalf.simulation.result.SimulationResult.TokenFacts;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.simulation.verdict.Costs;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.DecodedToken;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.registry.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Plays the calls of one strategy with real credentials, and notes all that is shown on the way.
 */
public final class Explainer {
  private static final String USER = "alice";
  private static final List<String> AGENTS = List.of("planner", "assistant");
  private static final Target TARGET = new Target("files", "read");
  private static final Map<String, String> CONTEXT = Map.of("mode", "interactive");

  private final CredentialStrategy strategy;
  private final SimulationSettings settings;
  private final Population population =
      new Population(List.of(USER), AGENTS, List.of(TARGET.resource()));
  private final TokenService tokenService;
  private final Callers callers;
  private final EnforcementPoint enforcementPoint;

  private Explainer(CredentialStrategy strategy, SimulationSettings settings) {
    this.strategy = strategy;
    this.settings = settings;
    tokenService = settings.shownTokenService();
    callers = new Callers(strategy, population, tokenService, new Contexts(List.of()));
    enforcementPoint = new EnforcementPoint(strategy, tokenService);
  }

  /**
   * Explains the strategy.
   *
   * @throws StrategyFailedException when it breaks its contract
   */
  public static Explanation explain(CredentialStrategy strategy, SimulationSettings settings) {
    return new Explainer(NamingGuard.of(strategy), settings).explain();
  }

  private Explanation explain() {
    Probe probe = new Probe(strategy, settings.tokenService(), 1, List.of());
    OperationCounts counts = probe.costOfObtaining();
    return new Explanation(
        strategy.about().name(),
        strategy.about().summary(),
        strategy.about().specification(),
        strategy.about().practice(),
        strategy.about().proof().attributesVia(),
        new Probe(strategy, settings.tokenService(), 1, List.of()).isDeniable(),
        Stream.of(List.<String>of(), AGENTS.subList(1, 2), AGENTS).map(this::call).toList(),
        counts.signatures(),
        counts.verifications(),
        counts.roundTrips(),
        probe.tokenBytes(),
        strategy.about().machinery(),
        strategy.about().cacheKeys().stream().map(CacheKey::word).toList(),
        registrations(),
        new Costs(strategy).of(population, Optional.empty()).growth());
  }

  private ExplainedCall call(List<String> path) {
    Request request =
        new Request(USER, path, TARGET.resource(), TARGET.action(), new TreeMap<>(CONTEXT));
    Callers.Obtained obtained = callers.obtained(request);
    Credentials credentials = callers.credentials(request);
    List<Stop> stops = new ArrayList<>();
    obtained.issuance().forEach(visit -> stops.add(stop(visit, new Presentation(List.of()))));
    stops.addAll(walk(request, credentials));
    return new ExplainedCall(request, stops, parts(credentials.heldBesides()));
  }

  private List<Stop> walk(Request request, Credentials credentials) {
    List<Stop> stops = new ArrayList<>();
    Examiner noting =
        (point, presentation, target) ->
            enforcementPoint
                .examine(point, presentation, target)
                .map(
                    examined -> {
                      stops.add(stop(new Visit(point, examined.evidence()), presentation));
                      return examined;
                    });
    new Passage(strategy, tokenService, noting)
        .walk(credentials.door(), credentials.presentation(), TARGET, visit -> true)
        .orElseThrow(
            refusal ->
                new StrategyFailedException(
                    strategy.about().name(),
                    "its credential for `%s` was refused: %s"
                        .formatted(request.sentence(), refusal.description())));
    return stops;
  }

  private static Stop stop(Visit visit, Presentation presentation) {
    return new Stop(visit.point(), parts(presentation.parts()), evidence(visit.evidence()));
  }

  private static List<EvidenceFacts> evidence(Evidence evidence) {
    return evidence.attributes().entrySet().stream()
        .map(
            entry ->
                new EvidenceFacts(
                    entry.getKey(), entry.getValue().value(), entry.getValue().assurance()))
        .toList();
  }

  private static List<PartFacts> parts(List<Part> parts) {
    return parts.stream().map(Explainer::facts).toList();
  }

  private static PartFacts facts(Part part) {
    if (part instanceof Part.BearerToken bearer) {
      return token(part, bearer.token());
    }
    if (part instanceof Part.SignedHeader header) {
      return token(part, header.token());
    }
    return new PartFacts(part.place(), Optional.empty(), words(part));
  }

  private static String words(Part part) {
    if (part instanceof Part.Header header) {
      return header.value() + " (unsigned)";
    }
    if (part instanceof Part.Certificate certificate) {
      return certificate.certificate() + ", bound to the connection";
    }
    if (part instanceof Part.Ticket ticket) {
      return ticket.ticket().words();
    }
    if (part instanceof Part.Authenticator) {
      return "proof of the key of the ticket's session, good once";
    }
    if (part instanceof Part.Macaroon macaroon) {
      return "macaroon, " + String.join(", ", macaroon.token().words());
    }
    return String.valueOf(part);
  }

  private static PartFacts token(Part part, CompactToken token) {
    DecodedToken decoded = DecodedToken.of(token);
    return new PartFacts(
        part.place(), Optional.of(new TokenFacts(decoded.header(), decoded.claims())), "");
  }

  private List<RegistrationFacts> registrations() {
    List<Registration> registrations = new ArrayList<>();
    strategy.enrol(population, registrations::add);
    return registrations.stream()
        .distinct()
        .map(one -> new RegistrationFacts(one.kind().word(), one.names()))
        .toList();
  }
}
