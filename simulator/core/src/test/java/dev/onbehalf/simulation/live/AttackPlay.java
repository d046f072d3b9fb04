package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.result.AttackFacts.Attribution;
import dev.onbehalf.simulation.result.AttackFacts.Copy;
import dev.onbehalf.simulation.result.AttackFacts.Hijack;
import dev.onbehalf.simulation.result.AttackFacts.Log;
import dev.onbehalf.simulation.result.AttackFacts.NamedCalls;
import dev.onbehalf.simulation.result.AttackFacts.Reach;
import dev.onbehalf.simulation.result.AttackFacts.StandingSecret;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what the policies of one scenario let through of what was played. */
final class AttackPlay {
  private final Scenario scenario;
  private final Proof proof;
  private final Ways ways;
  private final Thief thief;
  private final Lockout lockout;
  private final Burglar burglar;
  private final DecisionPoints decisionPoints;
  private final List<Request> requests;

  AttackPlay(
      Scenario scenario, Proof proof, Ways ways, Thief thief, Lockout lockout, Burglar burglar) {
    this.scenario = scenario;
    this.proof = proof;
    this.ways = ways;
    this.thief = thief;
    this.lockout = lockout;
    this.burglar = burglar;
    decisionPoints = new DecisionPoints(scenario, proof);
    requests = scenario.requests().toList();
  }

  PlayedAttacks result() {
    return new PlayedAttacks(
        attribution(),
        longest(throughAgents(), lockout::withoutAgent),
        longest(throughAgents().filter(request -> !request.isForNobody()), lockout::withoutUser),
        new WithdrawalPlay(scenario, proof, ways, decisionPoints).result(),
        copies(),
        secrets(),
        hijacked());
  }

  private Stream<Request> throughAgents() {
    return requests.stream().filter(request -> !request.isDirect());
  }

  private Decision decision(Target target, List<Visit> way) {
    return DecisionPoints.together(decisionPoints.answers(way, target));
  }

  private boolean passes(Target target, List<Visit> way) {
    return decision(target, way) != Decision.DENY;
  }

  /** What agents reach that try every combination of what they hold, at every point. */
  private Hijack hijacked() {
    return new Hijack(
        count(request -> scenario.truth(request) == Truth.PERMITTED),
        reach(decision -> decision != Decision.DENY),
        reach(decision -> decision == Decision.PERMIT));
  }

  private Reach reach(Predicate<Decision> admits) {
    Predicate<Request> reached = request -> isReached(request, ways::cheating, admits);
    return new Reach(
        oneSession(reached),
        count(reached),
        count(request -> !request.isForNobody() && isReached(request, ways::unattended, admits)),
        count(request -> scenario.truth(request) == Truth.DENIED && reached.test(request)));
  }

  private boolean isReached(
      Request request, Function<Request, List<List<Visit>>> made, Predicate<Decision> admits) {
    return made.apply(request).stream()
        .anyMatch(way -> admits.test(decision(request.target(), way)));
  }

  private long oneSession(Predicate<Request> reached) {
    Map<List<Object>, Long> sessions = new HashMap<>();
    specified()
        .filter(request -> !request.isForNobody() && reached.test(request))
        .forEach(request -> sessions.merge(List.of(request.user(), request.via()), 1L, Long::sum));
    return sessions.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private long count(Predicate<Request> counted) {
    return specified().filter(counted).count();
  }

  /** The permitted and denied requests through agents. */
  private Stream<Request> specified() {
    return throughAgents().filter(request -> scenario.truth(request) != Truth.UNSPECIFIED);
  }

  /** The permitted ones of which the points see something. */
  private List<Request> calls() {
    return throughAgents()
        .filter(request -> scenario.truth(request) == Truth.PERMITTED)
        .filter(request -> !ways.honest(request).isEmpty())
        .toList();
  }

  /** Whom the logs of the points name. */
  private Attribution attribution() {
    Reading honest = new Reading(ways::honest);
    Reading cheating =
        new Reading(
            request ->
                Stream.concat(ways.honest(request).stream(), ways.cheating(request).stream())
                    .distinct()
                    .toList());
    return new Attribution(
        honest.calls.size(),
        honest.named(Optional.empty()),
        cheating.named(Optional.empty()),
        proof.showings().stream()
            .map(Proof.Showing::point)
            .map(
                point ->
                    new Log(
                        point,
                        honest.named(Optional.of(point)),
                        cheating.named(Optional.of(point))))
            .toList());
  }

  /** Logs of calls that are made in some ways. */
  private final class Reading {
    private final LogBook book = new LogBook(proof);
    private final Map<Request, List<List<Visit>>> calls = new LinkedHashMap<>();

    Reading(Function<Request, List<List<Visit>>> made) {
      requests.forEach(request -> book.note(request, made.apply(request)));
      calls()
          .forEach(
              call ->
                  calls.put(
                      call,
                      made.apply(call).stream()
                          .filter(way -> passes(call.target(), way))
                          .toList()));
    }

    NamedCalls named(Optional<Point> log) {
      return book.named(calls, log);
    }
  }

  /** For how long one of the requests goes on, at the longest; empty for ever. */
  private Optional<Long> longest(Stream<Request> concerned, End end) {
    List<Optional<Long>> ends =
        concerned.map(request -> end.of(request, way -> passes(request.target(), way))).toList();
    return ends.stream().allMatch(Optional::isPresent)
        ? Optional.of(ends.stream().flatMap(Optional::stream).reduce(0L, Math::max))
        : Optional.empty();
  }

  @FunctionalInterface
  private interface End {
    Optional<Long> of(Request request, Predicate<List<Visit>> passes);
  }

  /** What single standing credentials of each kind open. */
  private List<StandingSecret> secrets() {
    return burglar.byKind().entrySet().stream()
        .map(kind -> standing(kind.getKey(), kind.getValue().stream().map(this::opened).toList()))
        .toList();
  }

  private static StandingSecret standing(Kind kind, List<Set<Opened>> ofEach) {
    return new StandingSecret(
        kind.word(),
        ofEach.size(),
        ofEach.stream().mapToLong(Set::size).max().orElse(0),
        ofEach.stream()
            .mapToLong(opened -> opened.stream().map(Opened::user).distinct().count())
            .max()
            .orElse(0));
  }

  /** For whom what is let in: for the user that a point proved somebody to be, or for any. */
  private Set<Opened> opened(List<Burglar.Try> tries) {
    return tries.stream()
        .filter(one -> passes(one.target(), one.seen()))
        .flatMap(
            one ->
                scenario.users().stream()
                    .filter(user -> provedUser(one.seen()).map(user::equals).orElse(true))
                    .map(user -> new Opened(user, one.target())))
        .collect(Collectors.toSet());
  }

  private static Optional<String> provedUser(List<Visit> seen) {
    return seen.stream()
        .flatMap(visit -> Stream.ofNullable(visit.evidence().verified().get(Attributes.USER)))
        .findFirst();
  }

  private record Opened(String user, Target target) {}

  /** What copies open of that which arrives at each point. */
  private List<Copy> copies() {
    Map<Point, Loot> loot = new EnumMap<>(Point.class);
    throughAgents()
        .forEach(
            request ->
                thief
                    .stolenFrom(request)
                    .forEach(swag -> loot.computeIfAbsent(swag.point(), Loot::new).note(swag)));
    for (Request call : calls()) {
      for (Thief.Swag swag : thief.stolenFrom(call)) {
        loot.getOrDefault(swag.point(), new Loot(swag.point())).add(call, swag);
      }
    }
    return loot.values().stream().map(Loot::copy).toList();
  }

  /** What was copied at one point. */
  private final class Loot {
    private final Point point;
    private long calls;
    private long accepted;
    private int most;
    private int resources;
    private boolean keyed;
    private boolean once;
    private boolean beyondAction;
    private boolean beyondResource;
    private boolean anyUser;
    private boolean forever;
    private long end;

    Loot(Point point) {
      this.point = point;
    }

    /** What arrives of a call, whether it is permitted or not. */
    void note(Thief.Swag swag) {
      keyed |= swag.isKeyed();
      once |= swag.isOnce();
    }

    void add(Request call, Thief.Swag swag) {
      List<Thief.Try> letIn =
          swag.tries().stream().filter(one -> passes(one.target(), one.seen())).toList();
      List<Target> opened = letIn.stream().map(Thief.Try::target).distinct().toList();
      calls++;
      accepted += opened.size();
      most = Math.max(most, opened.size());
      resources =
          Math.max(resources, (int) opened.stream().map(Target::resource).distinct().count());
      beyondAction |= opened.stream().anyMatch(one -> !one.equals(call.target()));
      beyondResource |= opened.stream().anyMatch(one -> !one.resource().equals(call.resource()));
      letIn.forEach(this::add);
    }

    private void add(Thief.Try one) {
      anyUser |= provedUser(one.seen()).isEmpty();
      forever |= one.end().isEmpty();
      end = Math.max(end, one.end().orElse(0L));
    }

    Copy copy() {
      return new Copy(
          point,
          calls,
          accepted,
          most,
          resources,
          keyed,
          once,
          beyondAction,
          beyondResource,
          anyUser,
          forever || end == 0 ? Optional.empty() : Optional.of(end));
    }
  }
}
