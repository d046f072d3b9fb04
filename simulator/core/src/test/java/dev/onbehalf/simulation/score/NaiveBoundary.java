package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.result.Boundary.Need;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** What one resource needs, by looking at all its requests, pair by pair and corner by corner. */
record NaiveBoundary(Need needs, Set<String> attributes, boolean context) {
  static NaiveBoundary of(NaiveWorld world, String resource) {
    List<NaiveRequest> requests =
        world.requests().stream().filter(r -> r.resource().equals(resource)).toList();
    List<NaiveRequest> permitted = requests.stream().filter(r -> world.truth(r) == '+').toList();
    List<NaiveRequest> denied = requests.stream().filter(r -> world.truth(r) == '-').toList();
    return new NaiveBoundary(
        needs(permitted, denied),
        attributes(permitted, denied),
        exists(permitted, denied, (p, d) -> sameCaller(p, d) && p.action().equals(d.action())));
  }

  private static Need needs(List<NaiveRequest> permitted, List<NaiveRequest> denied) {
    if (!exists(permitted, denied, (p, d) -> p.user().equals(d.user()) && sameUse(p, d))) {
      return Need.AGENT_NEVER_MATTERS;
    }
    if (!exists(
        permitted,
        denied,
        (p, d) -> !d.via().isEmpty() && p.via().equals(d.via()) && sameUse(p, d))) {
      return Need.USER_NEVER_MATTERS;
    }
    return denied.stream().anyMatch(corner -> isCorner(corner, permitted))
        ? Need.ONE_POINT_MUST_SEE_BOTH
        : Need.TWO_CHECKS_SUFFICE;
  }

  private static boolean isCorner(NaiveRequest corner, List<NaiveRequest> permitted) {
    return exists(
        permitted,
        permitted,
        (one, other) ->
            sameUse(one, corner)
                && sameUse(other, corner)
                && one.user().equals(corner.user())
                && other.via().equals(corner.via()));
  }

  private static Set<String> attributes(List<NaiveRequest> permitted, List<NaiveRequest> denied) {
    Set<String> alone = new TreeSet<>();
    for (NaiveRequest p : permitted) {
      for (NaiveRequest d : denied) {
        Set<String> differing = differing(p.context(), d.context());
        if (sameCaller(p, d) && p.action().equals(d.action()) && differing.size() == 1) {
          alone.addAll(differing);
        }
      }
    }
    return alone;
  }

  private static Set<String> differing(Map<String, String> one, Map<String, String> other) {
    Set<String> names = new HashSet<>(one.keySet());
    names.removeIf(name -> one.getOrDefault(name, "").equals(other.get(name)));
    return names;
  }

  static boolean sameUse(NaiveRequest one, NaiveRequest other) {
    return one.action().equals(other.action()) && one.context().equals(other.context());
  }

  static boolean sameCaller(NaiveRequest one, NaiveRequest other) {
    return one.user().equals(other.user()) && one.via().equals(other.via());
  }

  private static boolean exists(
      List<NaiveRequest> some,
      List<NaiveRequest> others,
      BiPredicate<NaiveRequest, NaiveRequest> pair) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(other -> pair.test(one, other)));
  }
}
