package dev.onbehalf.simulation;

import dev.onbehalf.authz.Sight;
import dev.onbehalf.scenario.PolicyMatches;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Requests for the same target as one, of which a point may see the same. */
final class LookAlikes {
  private final Scenario scenario;
  private final Request request;
  private final Truth opposite;
  private final List<String> users;
  private final List<List<String>> paths;
  private final List<SortedMap<String, String>> contexts;

  LookAlikes(Scenario scenario, Request request) {
    this.scenario = scenario;
    this.request = request;
    opposite = scenario.truth(request) == Truth.PERMITTED ? Truth.DENIED : Truth.PERMITTED;
    PolicyMatches matches =
        new PolicyMatches(scenario, clause -> clause.matchesTarget(request.target()));
    users = unlike(scenario.usersAndNobody().stream(), matches::likeness);
    paths = unlike(scenario.paths().stream(), matches::likeness);
    contexts = unlike(scenario.contexts().stream(), matches::ofContext);
  }

  /** One of those that all policies treat alike. */
  private static <T> List<T> unlike(Stream<T> members, Function<T, Object> likeness) {
    Map<Object, T> first = new LinkedHashMap<>();
    members.forEach(member -> first.putIfAbsent(likeness.apply(member), member));
    return List.copyOf(first.values());
  }

  /**
   * A request of the opposite truth that shows the same, as few of its parts as possible others.
   *
   * @param isLetThrough whether no point stops a denied one
   */
  Optional<Request> find(Sight sight, Predicate<Request> isLetThrough) {
    List<String> user = List.of(request.user());
    List<List<String>> path = List.of(request.via());
    List<SortedMap<String, String>> context = List.of(request.context());
    return Stream.<Stream<Request>>of(
            product(user, paths, context),
            product(users, path, context),
            product(user, path, contexts),
            product(users, paths, context),
            product(user, paths, contexts),
            product(users, path, contexts),
            product(users, paths, contexts))
        .flatMap(requests -> requests)
        .filter(other -> looksLike(other, sight))
        .filter(other -> scenario.truth(other) == opposite)
        .filter(other -> opposite == Truth.PERMITTED || isLetThrough.test(other))
        .findFirst();
  }

  private static boolean looksLike(Request other, Sight sight) {
    return sight.showing().isPassedBy(other.user(), other.via())
        && Sight.of(sight.showing(), other).equals(sight);
  }

  private Stream<Request> product(
      List<String> someUsers,
      List<List<String>> somePaths,
      List<SortedMap<String, String>> someContexts) {
    return somePaths.stream()
        .flatMap(
            path ->
                someUsers.stream()
                    .flatMap(
                        user ->
                            someContexts.stream()
                                .map(
                                    context ->
                                        new Request(
                                            user,
                                            path,
                                            request.resource(),
                                            request.action(),
                                            context))));
  }
}
