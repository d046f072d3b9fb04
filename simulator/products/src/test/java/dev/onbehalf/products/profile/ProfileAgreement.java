package dev.onbehalf.products.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.authz.Decision;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.products.results.ServerResult;
import dev.onbehalf.products.results.StrategyScore;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.CheatingCaller;
import dev.onbehalf.simulation.live.CheatingCaller.Route;
import dev.onbehalf.simulation.live.DecisionPoints;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.simulation.live.Writing;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A product and its profile, which have to agree on what the resource learns and decides, request
 * by request: of a request made as it should be, and of what callers get that isn't denied.
 */
public record ProfileAgreement(Profile profile, Scenario scenario) {
  private static final Path SCENARIOS = Path.of("../../scenarios");

  /** The files of all scenarios. */
  public static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** The scenario in the file. */
  public static Scenario read(Path file) throws IOException, InvalidScenarioException {
    return ScenarioReader.read(file.toString(), Files.readAllBytes(file));
  }

  /**
   * Requires that they agree on every strategy that the product carries, and that what comes of it
   * is what a run with the profile says, and what is saved.
   *
   * @param product a token service before it for the strategy of the name, anew for each
   */
  public void check(Function<String, TokenService> product) throws IOException {
    List<CredentialStrategy> strategies =
        profile.carriedOf(
            ServiceLoader.load(CredentialStrategy.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(strategy -> strategy.about().name()))
                .toList());
    List<StrategyScore> scores =
        strategies.stream()
            .map(strategy -> check(strategy, product.apply(strategy.about().name())))
            .toList();
    assertEquals(exact(strategies), scores, profile.name());
    SavedResults.check(
        new ServerResult(scenario.name(), profile.name(), profile.product(), "", scores));
  }

  private SimulationSettings settings() {
    return SimulationSettings.byDefault().omitting(profile.omitted());
  }

  private List<StrategyScore> exact(List<CredentialStrategy> strategies) {
    return Simulator.run(
            scenario,
            ScenarioSource.of(scenario.name(), new byte[0]),
            strategies,
            settings().exactAlone(),
            Progress.NONE)
        .strategies()
        .stream()
        .map(this::exact)
        .sorted(Comparator.comparing(StrategyScore::strategy))
        .toList();
  }

  private StrategyScore exact(StrategyResult result) {
    return new StrategyScore(
        result.name(),
        scenario.requests().count(),
        result.withstands(),
        result.enforced(),
        result.of());
  }

  private StrategyScore check(CredentialStrategy unobserved, TokenService product) {
    SimulationSettings settings = settings();
    CredentialStrategy strategy = Probe.observed(unobserved, settings.tokenService(), scenario);
    Side ours = new Side(scenario, strategy, settings.tokenService());
    Side theirs = new Side(scenario, strategy, product);
    Map<Request, Outcomes> seen = new LinkedHashMap<>();
    for (Request request : scenario.requests().toList()) {
      seen.put(request, theirs.outcomes(request));
      assertEquals(
          ours.outcomes(request),
          seen.get(request),
          () -> profile.name() + ", " + strategy.about().name() + ": " + request.sentence());
    }
    return new RealScore(scenario, seen).of(strategy.about().name());
  }

  /** What the resource learns of a request, and what it answers. */
  record Seen(Visit visit, Answer answer) {}

  /** What it may come to when it is made as it should, and in any way that isn't denied. */
  record Outcomes(Set<Seen> honest, Set<Seen> any) {}

  /** A token service with its callers and resources. */
  private static final class Side {
    private final CheatingCaller caller;
    private final Callers callers;
    private final DecisionPoints decisionPoints;

    Side(Scenario scenario, CredentialStrategy strategy, TokenService service) {
      callers = new Callers(strategy, Callers.population(scenario), service, scenario.contexts());
      decisionPoints = new DecisionPoints(scenario, strategy.about().proof());
      caller =
          new CheatingCaller(
              strategy,
              service,
              callers,
              new EnforcementPoint(strategy, service),
              new Writing(new TreeMap<>(), List.of(), true),
              scenario.pathsAtUser());
    }

    Outcomes outcomes(Request request) {
      List<Route> routes = caller.routes(request);
      Presentation meant = callers.credentials(request).presentation();
      return new Outcomes(
          seen(routes.stream().filter(route -> route.presentation().equals(meant)), request),
          seen(routes.stream(), request).stream()
              .filter(seen -> seen.answer().decision() != Decision.DENY)
              .collect(Collectors.toSet()));
    }

    private Set<Seen> seen(Stream<Route> routes, Request request) {
      return routes
          .flatMap(route -> route.visits().stream())
          .filter(visit -> visit.point() == Point.RESOURCE)
          .map(visit -> new Seen(visit, answer(visit, request)))
          .collect(Collectors.toSet());
    }

    private Answer answer(Visit visit, Request request) {
      return decisionPoints.answers(List.of(visit), request.target()).get(0);
    }
  }
}
