package dev.onbehalf.products.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.CheatingCaller;
import dev.onbehalf.simulation.live.DecisionPoints;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.simulation.live.Writing;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With the three checks, resources learn and decide from the tokens of Spring Authorization Server
 * what they do from ours, request by request, whatever callers try.
 */
final class SpringAgreementTest {
  private static final List<String> CARRIED =
      List.of(
          "credential-inheritance",
          "service-account",
          "exchange-impersonation",
          "client-id",
          "token-exchange",
          "may-act");

  private static SpringServer checked;

  @BeforeAll
  static void start() throws Exception {
    checked = new SpringServer(true);
  }

  @AfterAll
  static void stop() throws Exception {
    checked.close();
  }

  static Stream<Path> scenarios() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("../../scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenario_isAnsweredAlike(Path file) throws Exception {
    Scenario scenario = ScenarioReader.read(file.toString(), Files.readAllBytes(file));
    for (CredentialStrategy strategy : ServiceLoader.load(CredentialStrategy.class)) {
      if (CARRIED.contains(strategy.about().name())) {
        compare(scenario, strategy);
      }
    }
  }

  private static void compare(Scenario scenario, CredentialStrategy unobserved) throws Exception {
    SimulationSettings settings = SimulationSettings.byDefault();
    CredentialStrategy strategy = Probe.observed(unobserved, settings.tokenService(), scenario);
    scenario
        .targets()
        .forEach(
            target -> {
              checked.parties().allow(Scope.of(target.resource()));
              checked.parties().allow(Scope.of(target.resource(), target.action()));
            });
    Side ours = new Side(scenario, strategy, settings.tokenService());
    Side theirs =
        new Side(
            scenario,
            strategy,
            TokenService.before(
                checked.issuer().toString(), new HttpTokens(checked), Clock.systemUTC()));
    for (Request request : scenario.requests().toList()) {
      assertEquals(
          ours.seen(request),
          theirs.seen(request),
          () -> strategy.about().name() + ": " + request.sentence());
    }
  }

  /** What the resource learns in one of the ways to make a request, and what it answers. */
  record Seen(boolean honest, Visit visit, Answer answer) {}

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

    Set<Seen> seen(Request request) {
      return caller.routes(request).stream()
          .flatMap(
              route ->
                  route.visits().stream()
                      .filter(visit -> visit.point() == Point.RESOURCE)
                      .map(
                          visit ->
                              new Seen(
                                  route
                                      .presentation()
                                      .equals(callers.credentials(request).presentation()),
                                  visit,
                                  decisionPoints.answers(List.of(visit), request.target()).get(0))))
          .collect(Collectors.toSet());
    }
  }
}
