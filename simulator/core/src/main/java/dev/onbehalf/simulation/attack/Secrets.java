package dev.onbehalf.simulation.attack;

import dev.onbehalf.simulation.attack.AttackShapes.Secret;
import dev.onbehalf.simulation.result.AttackFacts.StandingSecret;
import dev.onbehalf.simulation.score.RouteShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

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
    long reach = 0;
    long users = 0;
    for (RouteShape shape : secret.shapes()) {
      long mostOfOneUser =
          opened(secret, shape).values().stream()
              .mapToLong(bits -> secret.everywhere() ? all(bits) : mostAtOneResource(bits))
              .max()
              .orElse(0);
      long named = shape.namesUser() ? 1 : allUsers();
      reach = Math.max(reach, mostOfOneUser * named);
      users = Math.max(users, mostOfOneUser == 0 ? 0 : named);
    }
    return new StandingSecret(secret.kind(), count, reach, users);
  }

  /** The targets for which the shape passes, by users and paths, in whatever context. */
  private Map<List<Integer>, long[]> opened(Secret secret, RouteShape shape) {
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
              calls
                  .evidence()
                  .routes(shape, row)
                  .forEach(
                      route -> {
                        for (int word = 0; word < bits.length; word++) {
                          bits[word] |=
                              calls.admission().passable(route, word)
                                  & calls.requests().existing(row, word);
                        }
                      });
            });
    return opened;
  }

  private long all(long[] bits) {
    return resources.weighAll(word -> bits[word]);
  }

  private long mostAtOneResource(long[] bits) {
    return IntStream.range(0, resources.count())
        .mapToLong(resource -> resources.weigh(resource, word -> bits[word]))
        .max()
        .orElse(0);
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
