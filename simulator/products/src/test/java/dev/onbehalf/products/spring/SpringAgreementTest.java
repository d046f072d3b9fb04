package dev.onbehalf.products.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.products.profile.Profile;
import dev.onbehalf.products.profile.Profiles;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.CheatingCaller;
import dev.onbehalf.simulation.live.CheatingCaller.Route;
import dev.onbehalf.simulation.live.DecisionPoints;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.simulation.live.Writing;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Resources learn and decide from the tokens of Spring Authorization Server what its profile says,
 * request by request, whatever callers try: with the three checks, what they do from ours.
 */
final class SpringAgreementTest {
  private static final Map<String, SpringServer> SERVERS = new TreeMap<>();

  @BeforeAll
  static void start() throws Exception {
    SERVERS.put("spring-7", new SpringServer(false));
    SERVERS.put("spring-7-checked", new SpringServer(true));
  }

  @AfterAll
  static void stop() throws Exception {
    for (SpringServer server : SERVERS.values()) {
      server.close();
    }
  }

  static Stream<Path> scenarios() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("../../scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  static Stream<Arguments> cases() throws Exception {
    return scenarios()
        .flatMap(file -> SERVERS.keySet().stream().map(profile -> Arguments.of(profile, file)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scenario_isAnsweredAsTheProfileSays(String name, Path file) throws Exception {
    Scenario scenario = ScenarioReader.read(file.toString(), Files.readAllBytes(file));
    Profile profile = Profiles.named(name).orElseThrow();
    List<CredentialStrategy> all =
        ServiceLoader.load(CredentialStrategy.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    List<CredentialStrategy> carried = profile.carriedOf(all);
    assertEquals(profile.carried().size(), carried.size());
    for (CredentialStrategy strategy : carried) {
      compare(scenario, profile, strategy);
    }
  }

  private static void compare(Scenario scenario, Profile profile, CredentialStrategy unobserved)
      throws Exception {
    SimulationSettings settings = SimulationSettings.byDefault().omitting(profile.omitted());
    CredentialStrategy strategy = Probe.observed(unobserved, settings.tokenService(), scenario);
    SpringServer server = SERVERS.get(profile.name());
    for (Target target : scenario.targets()) {
      server.parties().allow(Scope.of(target.resource()));
      server.parties().allow(Scope.of(target.resource(), target.action()));
    }
    Side ours = new Side(scenario, strategy, settings.tokenService());
    Side theirs =
        new Side(
            scenario,
            strategy,
            TokenService.before(
                server.issuer().toString(), new HttpTokens(server), Clock.systemUTC()));
    for (Request request : scenario.requests().toList()) {
      Outcomes expected = ours.outcomes(request);
      assertEquals(
          expected,
          theirs.outcomes(request),
          () -> profile.name() + ", " + strategy.about().name() + ": " + request.sentence());
    }
  }

  /** What the resource learns of a request, and what it answers. */
  record Seen(Visit visit, Answer answer) {}

  /** What it may come to when it is made as it should, and in any way. */
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
          seen(routes.stream(), request));
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
