package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.score.NaiveWorld.NaivePolicy;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import dev.onbehalf.simulation.score.PolicyOverlaps.Finding;
import dev.onbehalf.simulation.score.PolicyOverlaps.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A policy changes nothing where every request that it matches says so. */
final class PolicyOverlapsTest {
  private static final int MOST_NAMED = 6;

  @Test
  void findings_inEverySmallWorld_areThoseOfTheDefinition() {
    Worlds.forEachSmall(true, PolicyOverlapsTest::assertAgrees);
    Worlds.forEachWithNobody(false, PolicyOverlapsTest::assertAgrees);
    Worlds.forEachOfTwoResources(true, PolicyOverlapsTest::assertAgrees);
  }

  @Test
  void findings_inRandomWorlds_areThoseOfTheDefinition() {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    Worlds.seeds(1_000)
        .mapToObj(Worlds::randomOfNewSentences)
        .forEach(world -> seen.addAll(assertAgrees(world)));
    assertEquals(EnumSet.allOf(Kind.class), seen);
  }

  /** A world has to have many policies for more than a few to be to blame. */
  @Test
  void findings_inWorldsOfManySentences_areThoseOfTheDefinition() {
    Set<Integer> blamed = new HashSet<>();
    Worlds.seeds(200)
        .forEach(
            seed -> {
              NaiveWorld world = Worlds.randomOfNewSentences(seed);
              List<NaivePolicy> sentences = new ArrayList<>(world.sentences());
              world
                  .users()
                  .forEach(
                      user ->
                          world
                              .agents()
                              .forEach(agent -> sentences.add(via(seed % 2 == 0, user, agent))));
              sentences.add(via(seed % 4 < 2, "anyone", "any agent"));
              NaiveWorld larger = with(sentences, world);
              found(larger).forEach(finding -> blamed.add(finding.by().size()));
              assertAgrees(larger);
            });
    assertEquals(IntStream.rangeClosed(0, MOST_NAMED).boxed().collect(Collectors.toSet()), blamed);
  }

  private static NaivePolicy via(boolean may, String who, String agent) {
    return new NaivePolicy(
        may,
        List.of(who),
        List.of(),
        List.of("use"),
        List.of("anything"),
        Optional.of(List.of(List.of(agent))),
        Map.of());
  }

  private static NaiveWorld with(List<NaivePolicy> sentences, NaiveWorld world) {
    return new NaiveWorld(
        world.users(),
        world.groups(),
        world.agents(),
        world.chains(),
        world.resources(),
        world.relations(),
        world.context(),
        world.knownTo(),
        world.localAgents(),
        world.denyByDefault(),
        sentences);
  }

  private static List<Finding> found(NaiveWorld world) {
    return PolicyOverlaps.in(Worlds.read(world));
  }

  private static Set<Kind> assertAgrees(NaiveWorld world) {
    List<Finding> expected = new Definition(world).findings();
    assertEquals(expected, found(world), world::yaml);
    return expected.stream().map(Finding::kind).collect(Collectors.toSet());
  }

  /** The definition, request by request. */
  private static final class Definition {
    private final List<NaivePolicy> policies;
    private final List<Set<NaiveRequest>> matched = new ArrayList<>();
    private final List<Set<NaiveRequest>> decided = new ArrayList<>();

    Definition(NaiveWorld world) {
      policies = world.policies();
      List<NaiveRequest> requests = world.requests();
      for (NaivePolicy policy : policies) {
        Set<NaiveRequest> some =
            requests.stream()
                .filter(request -> world.matches(policy, request))
                .collect(Collectors.toSet());
        matched.add(some);
        decided.add(
            some.stream()
                .filter(request -> world.truth(request) == (policy.may() ? '+' : '-'))
                .collect(Collectors.toSet()));
      }
    }

    List<Finding> findings() {
      return IntStream.range(0, policies.size())
          .mapToObj(this::finding)
          .flatMap(Optional::stream)
          .toList();
    }

    private Optional<Finding> finding(int policy) {
      if (matched.get(policy).isEmpty()) {
        return Optional.of(new Finding(policy, Kind.UNMATCHED, List.of()));
      }
      List<Integer> alike = others(policy, other -> matched.get(other).equals(matched.get(policy)));
      if (decided.get(policy).isEmpty()) {
        List<Integer> opposites =
            alike.stream().filter(other -> !policies.get(other).may()).toList();
        return Optional.of(
            opposites.isEmpty()
                ? new Finding(policy, Kind.OVERRIDDEN, by(policy, false))
                : new Finding(policy, Kind.CONTRADICTED, opposites.subList(0, 1)));
      }
      Optional<Integer> before =
          alike.stream().filter(other -> other < policy && sameEffect(other, policy)).findFirst();
      if (before.isPresent()) {
        return Optional.of(new Finding(policy, Kind.REPEATED, List.of(before.get())));
      }
      List<Integer> saying =
          others(policy, other -> sameEffect(other, policy) && !alike.contains(other));
      boolean covered =
          decided.get(policy).stream()
              .allMatch(request -> saying.stream().anyMatch(o -> matched.get(o).contains(request)));
      return covered
          ? Optional.of(new Finding(policy, Kind.COVERED, by(policy, policies.get(policy).may())))
          : Optional.empty();
    }

    private boolean sameEffect(int one, int other) {
      return policies.get(one).may() == policies.get(other).may();
    }

    private List<Integer> others(int policy, IntPredicate kind) {
      return IntStream.range(0, policies.size())
          .filter(other -> other != policy && kind.test(other))
          .boxed()
          .toList();
    }

    /**
     * The first policy that says all that counts, or else each that says more than those before.
     */
    private List<Integer> by(int policy, boolean may) {
      Set<NaiveRequest> counts =
          decided.get(policy).isEmpty() ? matched.get(policy) : decided.get(policy);
      List<Integer> others = others(policy, other -> policies.get(other).may() == may);
      for (int other : others) {
        if (matched.get(other).containsAll(counts)) {
          return List.of(other);
        }
      }
      Set<NaiveRequest> left = new HashSet<>(counts);
      return others.stream()
          .filter(other -> left.removeAll(matched.get(other)))
          .limit(MOST_NAMED)
          .toList();
    }
  }
}
