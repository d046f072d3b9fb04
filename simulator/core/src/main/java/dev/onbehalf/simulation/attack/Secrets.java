package dev.onbehalf.simulation.attack;

import dev.onbehalf.simulation.attack.AttackShapes.Secret;
import dev.onbehalf.simulation.result.AttackFacts.StandingSecret;
import dev.onbehalf.simulation.score.ClassRoute;
import dev.onbehalf.simulation.score.RouteShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Counts what single stolen standing credentials open. */
final class Secrets {
  private final Calls calls;
  private final Resources resources;

  Secrets(Calls calls) {
    this.calls = calls;
    resources = new Resources(calls.requests());
  }

  /** The kinds of them, each with how many there are. */
  List<StandingSecret> of(SortedMap<String, Integer> counts) {
    return calls.secrets().stream()
        .filter(secret -> counts.containsKey(secret.kind()))
        .map(secret -> standing(secret, counts.getOrDefault(secret.kind(), 0)))
        .toList();
  }

  private StandingSecret standing(Secret secret, int count) {
    Map<List<Integer>, long[]> named = opened(secret, true);
    Map<List<Integer>, long[]> any = opened(secret, false);
    long reach = 0;
    long users = 0;
    for (List<Integer> caller : named.keySet()) {
      long[] own = named.getOrDefault(caller, new long[0]);
      long[] ofAll = any.getOrDefault(caller, new long[0]);
      reach = Math.max(reach, reach(secret, own, ofAll));
      users = Math.max(users, isAny(ofAll) ? allUsers() : isAny(own) ? 1 : 0);
    }
    return new StandingSecret(secret.kind(), count, reach, users);
  }

  private static boolean isAny(long[] bits) {
    return LongStream.of(bits).anyMatch(word -> word != 0);
  }

  private long reach(Secret secret, long[] own, long[] ofAll) {
    return secret.everywhere()
        ? reach(resources::weighAll, own, ofAll)
        : IntStream.range(0, resources.count())
            .mapToLong(resource -> reach(bits -> resources.weigh(resource, bits), own, ofAll))
            .max()
            .orElse(0);
  }

  /** What is open for the one user whom the secret names, and what is for each of the others. */
  private long reach(ToLongFunction<IntToLongFunction> weigh, long[] own, long[] ofAll) {
    return weigh.applyAsLong(word -> own[word] | ofAll[word])
        + (allUsers() - 1) * weigh.applyAsLong(word -> ofAll[word]);
  }

  /**
   * The targets for which it passes in one way or another, by users and paths, in whatever context.
   *
   * @param namesUser whether in the ways that name a user, or in those that don't
   */
  private Map<List<Integer>, long[]> opened(Secret secret, boolean namesUser) {
    Map<List<Integer>, long[]> opened = new HashMap<>();
    calls
        .all()
        .filter(row -> RouteShape.pattern(calls.request(row)).equals(secret.pattern()))
        .forEach(
            row -> {
              long[] bits =
                  opened.computeIfAbsent(
                      List.of(calls.requests().user(row), calls.requests().path(row)),
                      any -> new long[calls.words()]);
              secret.shapes().stream()
                  .filter(shape -> shape.namesUser() == namesUser)
                  .flatMap(shape -> calls.evidence().routes(shape, row).stream())
                  .forEach(route -> open(bits, route, row));
            });
    return opened;
  }

  private void open(long[] bits, ClassRoute route, int row) {
    for (int word = 0; word < bits.length; word++) {
      bits[word] |= calls.admission().passable(route, word) & calls.requests().existing(row, word);
    }
  }

  private long allUsers() {
    long users = 0;
    for (int user = 0; user < calls.requests().users().size(); user++) {
      boolean nobody = calls.requests().isForNobody(calls.requests().row(user, 0, 0));
      users += nobody ? 0 : calls.requests().users().members(user).size();
    }
    return users;
  }
}
