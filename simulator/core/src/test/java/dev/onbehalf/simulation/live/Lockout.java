package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.LoginRequiredException;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.MutableClock;
import dev.onbehalf.token.registry.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes away everything that is registered for one party alone, while its calls go on with all that
 * callers hold and still get, and finds by the clock how long each way to call gets through.
 */
final class Lockout {
  /** When every token and assertion has expired; certificates are renewed in time. */
  private static final long LAST = 80_000;

  /** So many at all times together, by all who share a machine. */
  private static final int TRIES = 40;

  private final Scenario scenario;
  private final Population population;
  private final CredentialStrategy strategy;
  private final SimulationSettings settings;
  private final Writing writing;
  private final Map<Request, Map<List<Visit>, Long>> withoutAgent = new LinkedHashMap<>();
  private final Map<Request, Map<List<Visit>, Long>> withoutUser = new LinkedHashMap<>();

  /** What follows for the scenario's agents and users under the strategy. */
  Lockout(
      Scenario scenario,
      Population population,
      CredentialStrategy strategy,
      SimulationSettings settings,
      Writing writing) {
    this.scenario = scenario;
    this.population = population;
    this.strategy = strategy;
    this.settings = settings;
    this.writing = writing;
    for (String agent : scenario.agents()) {
      play(
          population.withAgents(without(scenario.agents(), agent)),
          request -> Proof.Showing.presenter(request.via()).equals(agent),
          withoutAgent);
    }
    for (String user : scenario.users()) {
      play(
          population.withUsers(without(scenario.users(), user)),
          request -> request.user().equals(user),
          withoutUser);
    }
  }

  /** When things are tried: before and after anything of ours expires, and when all has. */
  static SortedSet<Long> seconds(Duration lifetime) {
    long life = lifetime.toSeconds();
    // proofs and transaction tokens live a minute, and a token for an assertion twice as long
    return new TreeSet<>(List.of(0L, 59L, 60L, life - 1, life, 2 * life - 2, 2 * life - 1, LAST));
  }

  private static List<String> without(List<String> names, String name) {
    return names.stream().filter(other -> !other.equals(name)).toList();
  }

  /**
   * So many seconds after the presenting agent is disabled the request fails, at the longest of the
   * ways that pass; empty for never.
   */
  Optional<Long> withoutAgent(Request request, Predicate<List<Visit>> passes) {
    return longest(withoutAgent, request, passes);
  }

  /** Likewise after its user is locked out. */
  Optional<Long> withoutUser(Request request, Predicate<List<Visit>> passes) {
    return longest(withoutUser, request, passes);
  }

  private static Optional<Long> longest(
      Map<Request, Map<List<Visit>, Long>> ends, Request request, Predicate<List<Visit>> passes) {
    long longest =
        ends.getOrDefault(request, Map.of()).entrySet().stream()
            .filter(end -> passes.test(end.getKey()))
            .mapToLong(Map.Entry::getValue)
            .max()
            .orElse(0);
    return longest > LAST ? Optional.empty() : Optional.of(longest);
  }

  private Set<Registration> alone(Population rest) {
    Set<Registration> alone = new LinkedHashSet<>();
    strategy.enrol(population, alone::add);
    strategy.enrol(rest, alone::remove);
    return alone;
  }

  /** Takes away what the rest of the population doesn't need. */
  private void play(
      Population rest, Predicate<Request> concerned, Map<Request, Map<List<Visit>, Long>> ends) {
    List<Request> calls =
        scenario.requests().filter(request -> !request.isDirect()).filter(concerned).toList();
    World world = new World(calls);
    alone(rest).forEach(world.tokenService::withdraw);
    for (long seconds : seconds(scenario.workload().tokenLifetime())) {
      world.pass(seconds);
      for (Request call : calls) {
        Map<List<Visit>, Long> ofCall = ends.computeIfAbsent(call, any -> new HashMap<>());
        Stream.of(world.renewed(call), seconds == LAST ? world.anew(call) : Stream.<Hand>of())
            .flatMap(hands -> hands)
            .flatMap(world::throughNow)
            .forEach(way -> ofCall.put(way, seconds + 1));
      }
    }
  }

  /** Callers with what they got while all was well. */
  private final class World {
    private final Instant start = settings.clock().instant();
    private final MutableClock clock = new MutableClock(start);
    private final TokenService tokenService =
        settings.at(clock).tokenService(scenario.workload().tokenLifetime());
    private final Callers callers =
        new Callers(strategy, population, tokenService, scenario.contexts());
    private final EnforcementPoint servers = new EnforcementPoint(strategy, tokenService);
    private final Map<List<Object>, Refusable<Examiner.Examined>> now = new HashMap<>();
    private final Passage kept = new Passage(strategy, tokenService, this::examine);
    private final Map<Request, List<Part>> held = new HashMap<>();
    private final Map<String, KeyHolder> keys = new HashMap<>();
    private final Map<Request, Deque<CompactToken>> stock = new HashMap<>();
    private List<CheatingCaller> cheats = cheats();

    World(List<Request> calls) {
      scenario.agents().forEach(agent -> keys.put(agent, KeyHolder.of(agent, tokenService)));
      calls.stream()
          .flatMap(this::sharing)
          .forEach(request -> held.computeIfAbsent(request, this::obtained));
      if (strategy.about().machinery().contains(Machinery.SECOND_AUTHORIZATION_SERVER)) {
        held.forEach((request, parts) -> stock.put(request, assertions(request, parts)));
      }
      calls.stream().flatMap(this::renewed).flatMap(this::throughNow).forEach(passed -> {});
    }

    void pass(long seconds) {
      clock.set(start.plusSeconds(seconds));
      now.clear();
      cheats = cheats();
    }

    /** Callers who try at one time what they didn't try, with the points that there are. */
    private List<CheatingCaller> cheats() {
      return passages().map(this::caller).toList();
    }

    private Stream<Request> sharing(Request request) {
      return cheats.get(0).sharing(request);
    }

    /** What is presented is examined once at one time: what is good is good for all. */
    private Refusable<Examiner.Examined> examine(
        Point point, Presentation presentation, Target target) {
      return now.computeIfAbsent(
          List.of(point, presentation, target),
          any -> servers.examine(point, presentation, target));
    }

    private CheatingCaller caller(Passage passage) {
      return new CheatingCaller(
          strategy,
          tokenService,
          callers,
          passage,
          writing,
          scenario.pathsAtUser(),
          request -> List.of());
    }

    /** What the caller gets now; nothing where something that it needs was taken away. */
    private List<Part> obtained(Request request) {
      try {
        return callers.anew().credentials(request).held();
      } catch (StrategyFailedException | LoginRequiredException nothing) {
        return List.of();
      }
    }

    /** What the points see in all ways that get through now. */
    Stream<List<Visit>> throughNow(Hand hand) {
      return hand.parts().isEmpty()
          ? Stream.of()
          : cheats.stream()
              .flatMap(caller -> caller.routes(hand.holder(), hand.parts()).stream())
              .map(CheatingCaller.Route::visits);
    }

    /** What the request's caller, and whoever shares a machine with it, gets now. */
    Stream<Hand> anew(Request request) {
      return sharing(request).map(holder -> new Hand(holder, obtained(holder)));
    }

    /** What they got when all was well, as far as they can renew it. */
    Stream<Hand> renewed(Request request) {
      return sharing(request).map(holder -> new Hand(holder, renewedParts(holder)));
    }

    /** As many assertions to the resource's own server as there is time to redeem one by one. */
    private Deque<CompactToken> assertions(Request request, List<Part> parts) {
      String scope = Scope.of(request.resource(), request.action());
      return new Presentation(parts)
          .tokens().stream()
              .flatMap(token -> Stream.generate(() -> token).limit(TRIES))
              .flatMap(
                  token ->
                      client(request)
                          .flatMap(
                              client ->
                                  client
                                      .identityAssertion(token, request.resource(), scope)
                                      .toOptional())
                          .stream())
              .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private Optional<AgentClient> client(Request request) {
      return Optional.of(Proof.Showing.presenter(request.via()))
          .filter(tokenService::isClient)
          .map(tokenService::client);
    }

    /** The token for the next assertion that was kept, if the resource's server still takes it. */
    private Optional<Part> redeemed(Request holder) {
      return Optional.ofNullable(stock.get(holder))
          .map(Deque::poll)
          .flatMap(
              assertion ->
                  client(holder)
                      .flatMap(
                          client ->
                              client.assertedToken(assertion, holder.resource()).toOptional()))
          .map(Part.BearerToken::new);
    }

    /** What a user hands over, who can do it at any time, in the place of what was handed over. */
    private Part renewed(Part part, UserSession session) {
      if (part instanceof Part.BearerToken bearer) {
        return new Part.BearerToken(session.renewed(bearer.token()));
      }
      return part instanceof Part.SignedHeader header
          ? new Part.SignedHeader(header.name(), session.renewed(header.token()))
          : part;
    }

    /** With points that keep what they got to go on with, and with those that don't. */
    private Stream<Passage> passages() {
      Passage fresh = new Passage(strategy, tokenService, this::examine);
      return kept.doors().size() == 1 ? Stream.of(fresh) : Stream.of(kept, fresh);
    }

    private List<Part> renewedParts(Request holder) {
      redeemed(holder)
          .ifPresent(
              token ->
                  held.computeIfPresent(
                      holder,
                      (any, parts) -> Stream.concat(parts.stream(), Stream.of(token)).toList()));
      List<Part> ofUser =
          held.getOrDefault(holder, List.of()).stream()
              .map(part -> renewed(part, callers.sessionOf(holder)))
              .toList();
      return holder.isDirect()
          ? ofUser
          : keys.getOrDefault(Proof.Showing.presenter(holder.via()), KeyHolder.OF_NOTHING)
              .renewed(ofUser, holder.target());
    }
  }

  /** What the caller of a request holds for it. */
  private record Hand(Request holder, List<Part> parts) {}
}
