package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.live.DecisionPoints;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.simulation.live.Examiner;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Onward;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.Flaw;
import dev.onbehalf.token.LaxServers;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.TokenVerifier;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An attack that succeeds nowhere tests nothing: each one succeeds where a server lacks the check
 * that stops it, and nowhere else.
 */
final class BrokenServersTest {
  private static final long SEED = 1;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final Scenario SCENARIO =
      read(
          """
          scenario: world
          users: [alice, bob]
          agents: [planner, bar, baz]
          chains: [[planner, baz]]
          resources: [files, mail]
          policies:
            - anyone MAY use anything directly
            - anyone MAY use anything via bar
          """);
  private static final List<String> ALL =
      List.of("files", "mail", "planner", "bar", "baz", TokenService.GATEWAY);
  private static final List<List<String>> ALONE = List.of(List.of("planner"), List.of("baz"));

  private static Scenario read(String yaml) {
    try {
      return ScenarioReader.read("world.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidScenarioException e) {
      throw new AssertionError(e);
    }
  }

  /** What an attacker sends for a request: it stands in front of a world with flaws or without. */
  @FunctionalInterface
  private interface Attack {
    Stream<Presentation> presentations(World world, Request request);
  }

  /**
   * Rows of the table: the flaw, who attacks with what, the denied requests that are tried, how
   * often a resource is called, and how many requests pass by the flaw.
   */
  static Stream<Arguments> rows() {
    return Stream.of(
        row(
            Flaw.AUDIENCE_NOT_CHECKED,
            "an agent presents what it should exchange",
            new TokenExchange(),
            via(ALONE),
            24,
            8,
            BrokenServersTest::everythingHeld),
        row(
            Flaw.TYPE_NOT_CHECKED,
            "an access token for one resource passes for a login at another",
            new IdentityAssertionGrant(),
            via(List.of(List.of("bar"))),
            4,
            4,
            BrokenServersTest::assertedElsewhere),
        row(
            Flaw.ACT_DROPPED,
            "an agent exchanges a delegated token without an actor token",
            new TokenExchange(),
            via(List.of(List.of("planner", "baz"))),
            4,
            4,
            BrokenServersTest::laundered),
        row(
            Flaw.ACTOR_NOT_TIED,
            "an agent shows the actor token of another one",
            new TokenExchange(),
            via(ALONE),
            8,
            8,
            BrokenServersTest::withStolenActorToken),
        row(
            Flaw.ACTOR_IGNORED,
            "an agent exchanges as it should",
            new TokenExchange(),
            via(ALONE),
            8,
            8,
            BrokenServersTest::honest),
        row(
            Flaw.NO_ACTOR_NEEDED,
            "an agent leaves its actor token out",
            new TokenExchange(),
            via(ALONE),
            8,
            8,
            BrokenServersTest::withoutActorToken),
        row(
            Flaw.GATEWAY_GONE_AROUND,
            "an agent presents the user's token for the gateway to the resource",
            new Gateway(),
            via(ALONE),
            16,
            8,
            BrokenServersTest::everythingHeld),
        row(
            Flaw.HEADER_NOT_STRIPPED,
            "an agent names another one in a header",
            new NamingGateway(true),
            via(ALONE),
            8,
            8,
            BrokenServersTest::namingAnother),
        row(
            Flaw.PROOF_NOT_CHECKED,
            "a thief presents a copy of a bound token without a proof",
            new TokenExchangeDpop(),
            via(List.of(List.of("bar"))),
            4,
            4,
            BrokenServersTest::copiedToken));
  }

  private static Arguments row(
      Flaw flaw,
      String attack,
      CredentialStrategy strategy,
      List<Request> requests,
      int calls,
      int passing,
      Attack play) {
    return Arguments.of(flaw, attack, strategy, requests, calls, passing, play);
  }

  private static List<Request> via(List<List<String>> paths) {
    return SCENARIO.requests().filter(request -> paths.contains(request.via())).toList();
  }

  @ParameterizedTest(name = "{0}: {1}: {4} calls, {5} requests pass")
  @MethodSource("rows")
  void attack_succeedsWhereTheCheckIsMissingAlone(
      Flaw flaw,
      String attack,
      CredentialStrategy strategy,
      List<Request> requests,
      int calls,
      int passing,
      Attack play) {
    assertEquals(0, World.strict(strategy).passing(play, requests), attack);
    // the servers of this test are to blame for the flaw alone
    assertEquals(0, new World(strategy, Set.of(), true).passing(play, requests), attack);
    World broken = new World(strategy, Set.of(flaw), true);
    assertEquals(passing, broken.passing(play, requests), attack);
    assertEquals(calls, broken.sent, attack);
  }

  @Test
  void honestCall_passesAtStrictServersAndAtOursWithoutAFlaw() {
    List<Request> permitted = via(List.of(List.of("bar")));
    for (World world :
        List.of(
            World.strict(new TokenExchange()), new World(new TokenExchange(), Set.of(), true))) {
      assertEquals(4, world.passing(BrokenServersTest::honest, permitted));
    }
  }

  private static Stream<Presentation> everythingHeld(World world, Request request) {
    return world.obtain(request).held().stream()
        .map(part -> new Presentation(List.of(bearer(part))));
  }

  private static Part bearer(Part part) {
    return new Part.BearerToken(new Presentation(List.of(part)).tokens().get(0));
  }

  private static Stream<Presentation> honest(World world, Request request) {
    return Stream.of(world.obtain(request).presentation());
  }

  /** She handed the agent a token for the one resource, and never logged in with it. */
  private static Stream<Presentation> assertedElsewhere(World world, Request request) {
    String other = request.resource().equals("files") ? "mail" : "files";
    AgentClient agent = world.asserting("bar");
    CompactToken handed = world.user(request).subjectToken("bar", other);
    return sent(
        agent
            .identityAssertion(handed, request.resource(), Scope.of(request.resource()))
            .flatMap(
                assertion ->
                    world.service.client("bar").assertedToken(assertion, request.resource())));
  }

  private static Stream<Presentation> laundered(World world, Request request) {
    AgentClient planner = world.exchanging("planner");
    String scope = Scope.of(request.resource());
    CompactToken handed =
        planner
            .exchange(
                world.user(request).subjectToken("planner", request.resource()),
                planner.actorToken().orElseThrow(),
                "baz",
                scope)
            .orElseThrow();
    return sent(world.exchanging("baz").impersonate(handed, request.resource(), scope));
  }

  private static Stream<Presentation> withStolenActorToken(World world, Request request) {
    AgentClient agent = world.exchanging(request.via().get(0));
    return sent(
        agent.exchange(
            world.user(request).subjectToken(agent.id(), request.resource()),
            world.service.client("bar").actorToken().orElseThrow(),
            request.resource(),
            Scope.of(request.resource())));
  }

  private static Stream<Presentation> withoutActorToken(World world, Request request) {
    AgentClient agent = world.exchanging(request.via().get(0));
    return sent(
        agent.impersonate(
            world.user(request).subjectToken(agent.id(), request.resource()),
            request.resource(),
            Scope.of(request.resource())));
  }

  private static Stream<Presentation> namingAnother(World world, Request request) {
    List<Part> parts = new ArrayList<>(world.obtain(request).presentation().parts());
    parts.add(new Part.Header(NamingGateway.AGENT, "bar"));
    return world.throughGateway(new Presentation(parts), request).toOptional().stream();
  }

  private static Stream<Presentation> copiedToken(World world, Request request) {
    return Stream.of(
        new Presentation(List.of(world.obtain(request).presentation().parts().get(0))));
  }

  private static Stream<Presentation> sent(Refusable<CompactToken> token) {
    return token.map(Presentation::bearer).toOptional().stream();
  }

  /** Users, agents and servers, one of which may have a flaw. */
  private static final class World {
    private final TokenService service = TokenService.seeded(SEED, SigningAlgorithm.ES256, CLOCK);
    private final CredentialStrategy strategy;
    private final LaxServers servers;
    private final Examiner resource;
    private final DecisionPoints decisions;
    private final boolean lax;
    private int sent;

    /** A world in which servers have the flaws, by servers of these tests or by none of them. */
    World(CredentialStrategy design, Set<Flaw> flaws, boolean lax) {
      this.lax = lax;
      strategy = flaws.contains(Flaw.HEADER_NOT_STRIPPED) ? new NamingGateway(false) : design;
      List<String> resources = List.of("files", "mail");
      resources.forEach(service::registerResource);
      strategy.enrol(new Population(SCENARIO.users(), SCENARIO.agents(), resources), service);
      servers =
          new LaxServers(
              service, SEED, CLOCK, SCENARIO.users(), SCENARIO.agents(), resources, flaws);
      resource =
          flaws.stream()
              .flatMap(flaw -> audiences(flaw).stream())
              .map(all -> (Examiner) new LaxResource(strategy, own -> taking(all, own)))
              .findFirst()
              .orElseGet(() -> new EnforcementPoint(strategy, service));
      decisions = new DecisionPoints(SCENARIO, strategy.about().proof());
    }

    static World strict(CredentialStrategy strategy) {
      return new World(strategy, Set.of(), false);
    }

    /** Whom a token may be made out to, beside the resource itself, where a resource is lax. */
    private static Optional<List<String>> audiences(Flaw flaw) {
      return switch (flaw) {
        case AUDIENCE_NOT_CHECKED -> Optional.of(ALL);
        case GATEWAY_GONE_AROUND -> Optional.of(List.of(TokenService.GATEWAY));
        case PROOF_NOT_CHECKED -> Optional.of(List.of());
        case TYPE_NOT_CHECKED,
            ACT_DROPPED,
            ACTOR_NOT_TIED,
            ACTOR_IGNORED,
            NO_ACTOR_NEEDED,
            HEADER_NOT_STRIPPED ->
            Optional.empty();
      };
    }

    AgentClient exchanging(String agent) {
      return lax ? servers.exchanging(agent) : service.client(agent);
    }

    AgentClient asserting(String agent) {
      return lax ? servers.asserting(agent) : service.client(agent);
    }

    long passing(Attack attack, List<Request> requests) {
      return requests.stream().filter(request -> passes(attack, request)).count();
    }

    private TokenVerifier taking(List<String> audiences, String own) {
      return LaxServers.taking(
          service, Stream.concat(Stream.of(own), audiences.stream()).distinct().toList());
    }

    UserSession user(Request request) {
      return service.logIn(request.user());
    }

    /** What the honest caller holds, by token endpoints that may be lax. */
    Credentials obtain(Request request) {
      return strategy
          .obtain(
              new Call(
                  user(request),
                  request.via(),
                  request.resource(),
                  request.action(),
                  new TreeMap<>(),
                  strategy instanceof TokenExchange ? this::exchanging : service::client,
                  service::workload,
                  service::principal))
          .orElseThrow();
    }

    Refusable<Presentation> throughGateway(Presentation presentation, Request request) {
      return new EnforcementPoint(strategy, service)
          .examine(Point.GATEWAY, presentation, request.target())
          .flatMap(
              examined ->
                  strategy.forward(
                      examined.presentation(),
                      new Onward(
                          request.resource(),
                          request.action(),
                          service::client,
                          user -> service.vaultToken(user, request.resource()))));
    }

    /** Whether the resource permits something of what the attacker sends it. */
    private boolean passes(Attack attack, Request request) {
      return attack.presentations(this, request).filter(one -> permits(one, request)).count() > 0;
    }

    private boolean permits(Presentation presentation, Request request) {
      sent++;
      return resource
          .examine(Point.RESOURCE, presentation, request.target())
          .map(examined -> List.of(new Visit(Point.RESOURCE, examined.evidence())))
          .map(visits -> DecisionPoints.together(decisions.answers(visits, request.target())))
          .toOptional()
          .filter(Decision.PERMIT::equals)
          .isPresent();
    }
  }
}
