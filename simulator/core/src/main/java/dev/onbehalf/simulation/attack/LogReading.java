package dev.onbehalf.simulation.attack;

import dev.onbehalf.evidence.Proof;
import dev.onbehalf.simulation.result.AttackFacts.Attribution;
import dev.onbehalf.simulation.result.AttackFacts.Log;
import dev.onbehalf.simulation.result.AttackFacts.NamedCalls;
import dev.onbehalf.simulation.score.ClassRoute;
import dev.onbehalf.simulation.score.ClassRoute.Stop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds whom logs name. What a point sees of a call names its user if every request that can show
 * the same there is hers, and its agent if the same one presents them all; points together name
 * whom the requests name that can show the same at each of them.
 */
final class LogReading {
  private final Calls calls;
  private final Reader honest;
  private final Reader cheating;

  LogReading(Calls calls) {
    this.calls = calls;
    honest = new Reader(calls, calls::honest);
    cheating = new Reader(calls, calls::routes);
  }

  Attribution attribution() {
    Tally made = new Tally(calls);
    List<Tally> ofHonest = tallies(honest);
    List<Tally> ofCheating = tallies(cheating);
    calls
        .throughAgents()
        .forEach(
            row -> {
              for (int word = 0; word < calls.words(); word++) {
                made.add(row, word, 0, 0);
              }
            });
    int points = calls.evidence().points();
    return new Attribution(
        made.user,
        ofHonest.get(points).named(),
        ofCheating.get(points).named(),
        IntStream.range(0, points)
            .mapToObj(
                point ->
                    new Log(
                        calls.evidence().point(point),
                        ofHonest.get(point).named(),
                        ofCheating.get(point).named()))
            .toList());
  }

  /** One for the log of each point, and at last one for all together. */
  private List<Tally> tallies(Reader reader) {
    List<Tally> tallies = new ArrayList<>();
    for (int log = 0; log <= calls.evidence().points(); log++) {
      Tally tally = new Tally(calls);
      int read = log;
      calls.throughAgents().forEach(row -> reader.read(row, read, tally));
      tallies.add(tally);
    }
    return tallies;
  }

  /** Counts the calls that are named. */
  private static final class Tally {
    private final Calls calls;
    private long user;
    private long agent;
    private long both;

    Tally(Calls calls) {
      this.calls = calls;
    }

    /** Adds the calls of a word of the row, but those whose user, or whose agent, isn't named. */
    void add(int row, int word, long withoutUser, long withoutAgent) {
      long made = calls.made(row, word);
      user += calls.weigh(row, word, made & ~withoutUser);
      agent += calls.weigh(row, word, made & ~withoutAgent);
      both += calls.weigh(row, word, made & ~(withoutUser | withoutAgent));
    }

    NamedCalls named() {
      return new NamedCalls(user, agent, both);
    }
  }

  /** Whom a log names of a call. */
  private record Names(boolean user, boolean agent) {
    private static final Names NONE = new Names(false, false);
  }

  /** The routes of a row that is read. */
  @FunctionalInterface
  private interface Routes {
    List<ClassRoute> of(int row);
  }

  /** Reads logs of calls that are made in some ways. */
  private static final class Reader {
    private final Calls calls;
    private final Routes routes;
    private final Map<Stop, Set<Integer>> showing = new HashMap<>();
    private final Map<List<Stop>, Names> known = new HashMap<>();

    Reader(Calls calls, Routes routes) {
      this.calls = calls;
      this.routes = routes;
      calls
          .all()
          .forEach(
              row ->
                  routes.of(row).stream()
                      .flatMap(route -> route.stops().stream())
                      .forEach(
                          stop -> showing.computeIfAbsent(stop, any -> new HashSet<>()).add(row)));
    }

    /** Adds the row's calls that the log names; the one after the last point's is of all. */
    void read(int row, int log, Tally tally) {
      for (int word = 0; word < calls.words(); word++) {
        long withoutUser = 0;
        long withoutAgent = 0;
        for (ClassRoute route : routes.of(row)) {
          long passing = calls.admission().passable(route, word);
          if ((passing & calls.made(row, word)) != 0) {
            Names names = names(route, log);
            withoutUser |= names.user() ? 0 : passing;
            withoutAgent |= names.agent() ? 0 : passing;
          }
        }
        tally.add(row, word, withoutUser, withoutAgent);
      }
    }

    private Names names(ClassRoute route, int log) {
      List<Stop> logged =
          log == calls.evidence().points()
              ? route.stops()
              : route.stops().stream().filter(stop -> stop.point() == log).toList();
      return logged.isEmpty() ? Names.NONE : known.computeIfAbsent(logged, this::names);
    }

    private Names names(List<Stop> stops) {
      List<Integer> candidates =
          showing.getOrDefault(stops.get(0), Set.of()).stream()
              .filter(
                  row ->
                      stops.stream()
                          .allMatch(stop -> showing.getOrDefault(stop, Set.of()).contains(row)))
              .toList();
      return new Names(
          candidates.stream().map(row -> calls.requests().user(row)).distinct().count() == 1,
          candidates.stream()
                  .map(row -> Proof.Showing.presenter(calls.request(row).via()))
                  .distinct()
                  .count()
              == 1);
    }
  }
}
