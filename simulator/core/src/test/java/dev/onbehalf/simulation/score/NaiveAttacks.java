package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.simulation.attack.AttackShapes.Where;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.AttackFacts.Attribution;
import dev.onbehalf.simulation.result.AttackFacts.Copy;
import dev.onbehalf.simulation.result.AttackFacts.Hijack;
import dev.onbehalf.simulation.result.AttackFacts.Log;
import dev.onbehalf.simulation.result.AttackFacts.NamedCalls;
import dev.onbehalf.simulation.result.AttackFacts.Reach;
import dev.onbehalf.simulation.result.AttackFacts.Revocation;
import dev.onbehalf.simulation.result.AttackFacts.StandingSecret;
import dev.onbehalf.simulation.result.AttackFacts.Withdrawal;
import dev.onbehalf.simulation.score.AttackCase.NaiveCopy;
import dev.onbehalf.simulation.score.AttackCase.NaiveWay;
import dev.onbehalf.simulation.score.NaiveProof.NaiveSight;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts what attacks come to by definition, request by request and pair by pair. */
final class NaiveAttacks {
  private final AttackCase attack;
  private final NaiveProof proof;
  private final NaiveWorld world;
  private final List<NaiveRequest> requests;
  private final Map<NaiveRequest, Character> truths = new HashMap<>();
  private final Map<NaiveRequest, List<NaiveSight>> honest = new HashMap<>();
  private final Map<NaiveRequest, List<List<NaiveSight>>> routes = new HashMap<>();
  private final Set<List<Object>> contested = new HashSet<>();
  private final Permitted permitted = new Permitted(request -> false);

  NaiveAttacks(AttackCase attack, NaiveWorld world) {
    this.attack = attack;
    this.world = world;
    proof = attack.proof().naive();
    requests = world.requests();
    for (NaiveRequest request : requests) {
      truths.put(request, world.truth(request));
      honest.put(request, proof.honest(request, world));
    }
    requests.forEach(request -> routes.put(request, routes(request, holder -> true)));
    permitted.fill();
    for (NaiveRequest request : requests) {
      if (truth(request) == '-' && honestlyPasses(request, permitted)) {
        honest(request).forEach(sight -> contested.add(key(sight, request)));
      }
    }
  }

  /** The ways to make the request with what some of those hold who share a machine. */
  private List<List<NaiveSight>> routes(NaiveRequest request, Predicate<NaiveRequest> holders) {
    List<List<NaiveSight>> all = new ArrayList<>();
    for (NaiveRequest other : world.sharing(request)) {
      if (holders.test(other)) {
        all.add(proof.honest(other, world));
        all.addAll(proof.cheating(other, world.words(), world));
      }
    }
    return all.stream().filter(route -> !route.isEmpty()).distinct().toList();
  }

  private static List<Object> key(NaiveSight sight, NaiveRequest target) {
    return List.of(sight, target.resource(), target.action());
  }

  /** What some permitted request shows, but those of some. */
  private final class Permitted {
    private final Predicate<NaiveRequest> except;
    private final Set<List<Object>> shown = new HashSet<>();

    Permitted(Predicate<NaiveRequest> except) {
      this.except = except;
    }

    void fill() {
      for (NaiveRequest request : requests) {
        if (truth(request) == '+' && !except.test(request)) {
          honest(request).forEach(sight -> shown.add(key(sight, request)));
        }
      }
    }

    boolean passes(List<NaiveSight> route, NaiveRequest target) {
      return !route.isEmpty()
          && route.stream().allMatch(sight -> shown.contains(key(sight, target)));
    }
  }

  private char truth(NaiveRequest request) {
    return Objects.requireNonNull(truths.get(request));
  }

  private List<NaiveSight> honest(NaiveRequest request) {
    return Objects.requireNonNull(honest.get(request));
  }

  private List<List<NaiveSight>> routes(NaiveRequest request) {
    return Objects.requireNonNull(routes.get(request));
  }

  private List<List<NaiveSight>> honestRoutes(NaiveRequest request) {
    return honest(request).isEmpty() ? List.of() : List.of(honest(request));
  }

  private boolean honestlyPasses(NaiveRequest request, Permitted table) {
    return table.passes(honest(request), request);
  }

  private boolean isSure(List<NaiveSight> route, NaiveRequest target) {
    return permitted.passes(route, target)
        && route.stream().noneMatch(sight -> contested.contains(key(sight, target)));
  }

  private Stream<NaiveRequest> throughAgents() {
    return requests.stream().filter(request -> !request.via().isEmpty());
  }

  private List<NaiveRequest> made() {
    return throughAgents()
        .filter(request -> truth(request) == '+' && !honest(request).isEmpty())
        .toList();
  }

  AttackFacts facts(int agents, int users) {
    return new AttackFacts(
        attribution(),
        new Revocation(longest(false), Optional.empty(), Optional.empty()),
        new Revocation(longest(true), Optional.empty(), Optional.empty()),
        Optional.of(withdrawal()),
        copies(),
        List.of(
            secret(AttackCase.OF_AGENTS, agents, false), secret(AttackCase.OF_USERS, users, true)),
        hijack());
  }

  private Attribution attribution() {
    List<Log> logs = new ArrayList<>();
    for (int point = 0; point < proof.points().size(); point++) {
      int log = point;
      Predicate<NaiveSight> read = sight -> sight.point() == log;
      logs.add(
          new Log(
              attack.proof().proof().showings().get(point).point(),
              named(this::honestRoutes, read),
              named(this::routes, read)));
    }
    return new Attribution(
        made().size(),
        named(this::honestRoutes, sight -> true),
        named(this::routes, sight -> true),
        logs);
  }

  private NamedCalls named(
      Function<NaiveRequest, List<List<NaiveSight>>> ways, Predicate<NaiveSight> read) {
    long user = 0;
    long agent = 0;
    long both = 0;
    for (NaiveRequest call : made()) {
      boolean namesUser = true;
      boolean namesAgent = true;
      for (List<NaiveSight> way : ways.apply(call)) {
        if (permitted.passes(way, call)) {
          List<NaiveSight> logged = way.stream().filter(read).toList();
          List<NaiveRequest> candidates = candidates(logged, call, ways);
          namesUser &= candidates.stream().map(NaiveRequest::user).distinct().count() == 1;
          namesAgent &= candidates.stream().map(NaiveAttacks::presenter).distinct().count() == 1;
        }
      }
      user += namesUser ? 1 : 0;
      agent += namesAgent ? 1 : 0;
      both += namesUser && namesAgent ? 1 : 0;
    }
    return new NamedCalls(user, agent, both);
  }

  /**
   * The requests for the same that can show what is logged, at each point in some way; none at all
   * where nothing is.
   */
  private List<NaiveRequest> candidates(
      List<NaiveSight> logged,
      NaiveRequest call,
      Function<NaiveRequest, List<List<NaiveSight>>> ways) {
    return logged.isEmpty()
        ? List.of()
        : requests.stream()
            .filter(other -> other.resource().equals(call.resource()))
            .filter(other -> other.action().equals(call.action()))
            .filter(
                other ->
                    logged.stream()
                        .allMatch(
                            sight ->
                                ways.apply(other).stream().anyMatch(way -> way.contains(sight))))
            .toList();
  }

  private static String presenter(NaiveRequest request) {
    return request.via().isEmpty() ? "" : request.via().get(request.via().size() - 1);
  }

  private Hijack hijack() {
    return new Hijack(
        throughAgents().filter(request -> truth(request) == '+').count(),
        reach(permitted::passes),
        reach(this::isSure));
  }

  /** Whether a route gets through for a target. */
  private interface Passing {
    boolean passes(List<NaiveSight> route, NaiveRequest target);
  }

  private Reach reach(Passing passing) {
    List<NaiveRequest> reached =
        throughAgents()
            .filter(request -> truth(request) != '?')
            .filter(
                request -> routes(request).stream().anyMatch(way -> passing.passes(way, request)))
            .toList();
    Map<List<Object>, Long> sessions = new HashMap<>();
    reached.stream()
        .filter(request -> !request.user().equals("nobody"))
        .forEach(request -> sessions.merge(List.of(request.user(), request.via()), 1L, Long::sum));
    return new Reach(
        sessions.values().stream().mapToLong(Long::longValue).max().orElse(0),
        reached.size(),
        attack.unattended() ? unattended(passing) : 0,
        reached.stream().filter(request -> truth(request) == '-').count());
  }

  /** Those that pass with what agents hold, while their users, who hold the rest, are away. */
  private long unattended(Passing passing) {
    return throughAgents()
        .filter(request -> !request.user().equals("nobody") && truth(request) != '?')
        .filter(
            request ->
                routes(request, holder -> !holder.via().isEmpty()).stream()
                    .anyMatch(way -> passing.passes(way, request)))
        .count();
  }

  private Withdrawal withdrawal() {
    long pairs = 0;
    long effectiveIfHonest = 0;
    long effective = 0;
    long most = 0;
    long all = 0;
    for (String user : world.users()) {
      for (String agent : world.agents()) {
        Predicate<NaiveRequest> taken =
            request -> request.user().equals(user) && request.via().contains(agent);
        if (requests.stream().anyMatch(request -> taken.test(request) && truth(request) == '+')) {
          Permitted rest = new Permitted(taken);
          rest.fill();
          boolean honestly =
              requests.stream().filter(taken).noneMatch(request -> honestlyPasses(request, rest));
          boolean whoeverCheats =
              honestly
                  && requests.stream()
                      .filter(taken)
                      .noneMatch(
                          request ->
                              routes(request).stream().anyMatch(way -> rest.passes(way, request)));
          long hit = hit(taken, rest);
          pairs++;
          effectiveIfHonest += honestly ? 1 : 0;
          effective += whoeverCheats ? 1 : 0;
          most = Math.max(most, hit);
          all += hit;
        }
      }
    }
    return new Withdrawal(pairs, effectiveIfHonest, effective, most, all);
  }

  /** The permitted requests of others or in person that share a sight with one that leaks now. */
  private long hit(Predicate<NaiveRequest> taken, Permitted rest) {
    Set<List<Object>> leaking = new HashSet<>();
    requests.stream()
        .filter(taken)
        .filter(request -> honestlyPasses(request, rest))
        .forEach(request -> honest(request).forEach(sight -> leaking.add(key(sight, request))));
    return requests.stream()
        .filter(request -> truth(request) == '+' && !taken.test(request))
        .filter(
            request ->
                honest(request).stream().anyMatch(sight -> leaking.contains(key(sight, request))))
        .filter(
            request ->
                honest(request).stream()
                    .noneMatch(sight -> contested.contains(key(sight, request))))
        .count();
  }

  private List<NaiveRequest> targets(NaiveRequest call) {
    return requests.stream()
        .filter(other -> other.user().equals(call.user()))
        .filter(other -> other.via().equals(call.via()))
        .filter(other -> other.context().equals(call.context()))
        .toList();
  }

  private static boolean isAt(Where where, NaiveRequest call, NaiveRequest target) {
    boolean sameResource = call.resource().equals(target.resource());
    return switch (where) {
      case OWN_ACTION -> sameResource && call.action().equals(target.action());
      case OTHER_ACTION -> sameResource && !call.action().equals(target.action());
      case OTHER_RESOURCE -> !sameResource;
    };
  }

  private List<Copy> copies() {
    List<Copy> copies = new ArrayList<>();
    boolean anyCaller = throughAgents().anyMatch(request -> !request.user().equals("nobody"));
    attack
        .arrivals()
        .forEach(
            (point, taken) -> {
              if (anyCaller) {
                copies.add(
                    copy(attack.proof().proof().showings().get(point).point(), point, taken));
              }
            });
    return copies;
  }

  private Copy copy(Point point, int position, List<NaiveCopy> taken) {
    long calls = 0;
    long accepted = 0;
    int most = 0;
    int resources = 0;
    boolean beyondAction = false;
    boolean beyondResource = false;
    boolean anyUser = false;
    // A point that learns nothing learns as much from what has expired.
    boolean forever = attack.proof().proof().showings().get(position).via().isEmpty();
    Optional<Long> seconds = Optional.empty();
    for (NaiveRequest call : made()) {
      if (call.user().equals("nobody")) {
        continue;
      }
      calls++;
      Set<NaiveRequest> opened = new HashSet<>();
      for (NaiveCopy copy : taken) {
        for (List<NaiveSight> route : AttackCase.seen(copy.proof(), call, world)) {
          for (NaiveRequest target : targets(call)) {
            if (isAt(copy.where(), call, target) && permitted.passes(route, target)) {
              opened.add(target);
              anyUser |= !copy.namesUser();
              forever |= copy.seconds().isEmpty();
              seconds = Stream.concat(seconds.stream(), copy.seconds().stream()).max(Long::compare);
            }
          }
        }
      }
      accepted += opened.size();
      most = Math.max(most, opened.size());
      resources =
          Math.max(resources, (int) opened.stream().map(NaiveRequest::resource).distinct().count());
      beyondAction |= opened.stream().anyMatch(target -> !target.equals(call));
      beyondResource |= opened.stream().anyMatch(o -> !o.resource().equals(call.resource()));
    }
    return new Copy(
        point,
        calls,
        accepted,
        most,
        resources,
        position == 0,
        false,
        beyondAction,
        beyondResource,
        anyUser,
        forever ? Optional.empty() : seconds);
  }

  private Optional<Long> longest(boolean ofUser) {
    List<Optional<Long>> times = new ArrayList<>();
    for (NaiveRequest call :
        throughAgents().filter(one -> !ofUser || !one.user().equals("nobody")).toList()) {
      for (NaiveRequest holder : world.sharing(call)) {
        for (NaiveWay way : attack.ways(holder.via().isEmpty())) {
          boolean passes =
              AttackCase.seen(way.proof(), holder, world).stream()
                  .anyMatch(
                      route ->
                          targets(holder).stream()
                              .anyMatch(target -> permitted.passes(route, target)));
          if (passes) {
            Optional<Long> withoutAgent =
                presenter(holder).equals(presenter(call)) ? way.withoutAgent() : Optional.empty();
            times.add(ofUser ? way.withoutUser() : withoutAgent);
          }
        }
      }
    }
    return times.contains(Optional.<Long>empty())
        ? Optional.empty()
        : Optional.of(times.stream().flatMap(Optional::stream).reduce(0L, Math::max));
  }

  private StandingSecret secret(String kind, int count, boolean ofUsers) {
    NaiveProof shown = attack.secret(ofUsers);
    Map<List<Object>, Set<List<String>>> opened = new HashMap<>();
    for (NaiveRequest request : requests) {
      boolean concerned =
          !request.user().equals("nobody") && request.via().size() == (ofUsers ? 0 : 1);
      if (concerned
          && AttackCase.seen(shown, request, world).stream()
              .anyMatch(route -> permitted.passes(route, request))) {
        opened
            .computeIfAbsent(
                List.of(request.user(), request.via(), ofUsers ? request.resource() : ""),
                any -> new HashSet<>())
            .add(List.of(request.resource(), request.action()));
      }
    }
    long most = opened.values().stream().mapToLong(Set::size).max().orElse(0);
    long users = attack.secretNamesUser(ofUsers) ? 1 : world.users().size();
    return new StandingSecret(kind, count, most * users, most == 0 ? 0 : users);
  }

  long crossed() {
    return throughAgents()
        .filter(request -> truth(request) == '-')
        .filter(
            request ->
                requests.stream()
                    .anyMatch(
                        other ->
                            truth(other) == '+'
                                && other.via().equals(request.via())
                                && other.resource().equals(request.resource())
                                && other.action().equals(request.action())
                                && other.context().equals(request.context())))
        .count();
  }
}
