package dev.onbehalf.simulation.attack;

import dev.onbehalf.simulation.result.AttackFacts.Hijack;
import dev.onbehalf.simulation.result.AttackFacts.Reach;
import dev.onbehalf.simulation.score.ClassRoute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what agents reach that obey somebody else. */
final class Hijacking {
  private final Calls calls;

  Hijacking(Calls calls) {
    this.calls = calls;
  }

  Hijack hijack() {
    return new Hijack(
        count(calls.throughAgents()::iterator, calls.truth().permitted()::word),
        reach(calls::reached),
        reach(calls::surelyReached));
  }

  private Reach reach(Reached by) {
    Bits reached = (row, word) -> by.of(calls.routes(row), row, word);
    return new Reach(
        oneSession(reached),
        count(calls.throughAgents()::iterator, reached),
        unattended(by),
        count(
            calls.throughAgents()::iterator,
            (row, word) -> reached.of(row, word) & calls.truth().denied().word(row, word)));
  }

  private long unattended(Reached by) {
    return calls
        .forUsers()
        .mapToLong(
            row -> {
              List<ClassRoute> routes = calls.unattendedRoutes(row);
              return routes.isEmpty()
                  ? 0
                  : count(List.of(row), (same, word) -> by.of(routes, same, word));
            })
        .sum();
  }

  private long oneSession(Bits reached) {
    Map<Long, Long> sessions = new HashMap<>();
    calls
        .forUsers()
        .forEach(row -> sessions.merge(session(row), ofOneUserAndPath(row, reached), Long::sum));
    return sessions.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private long session(int row) {
    return (long) calls.requests().user(row) * calls.requests().rows() + calls.requests().path(row);
  }

  private long ofOneUserAndPath(int row, Bits reached) {
    long targets = 0;
    for (int word = 0; word < calls.words(); word++) {
      targets += calls.requests().weigh(word, reached.of(row, word));
    }
    return targets * calls.requests().contextsOf(row);
  }

  private long count(Iterable<Integer> rows, Bits bits) {
    long requests = 0;
    for (int row : rows) {
      for (int word = 0; word < calls.words(); word++) {
        requests += calls.weigh(row, word, bits.of(row, word));
      }
    }
    return requests;
  }

  /** Targets of a row. */
  @FunctionalInterface
  private interface Bits {
    long of(int row, int word);
  }

  /** The targets of a row that some of the routes reach. */
  @FunctionalInterface
  private interface Reached {
    long of(List<ClassRoute> routes, int row, int word);
  }
}
