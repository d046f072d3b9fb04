package dev.onbehalf.simulation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A plan is the cheapest of all assignments of strategies to resources that hold everything. */
final class PlannerTest {
  private static final List<Machinery> PIECES = List.of(Machinery.values()).subList(0, 5);
  private static final List<Kind> SHARED =
      List.of(Kind.USER, Kind.CLIENT, Kind.CONSENT, Kind.IMPERSONATOR, Kind.WORKLOAD_KEY);
  private static final int POLICIES = 5;

  private final Random random = new Random(20);

  @Test
  void plan_inRandomWorlds_isTheCheapestOfAllAssignments() {
    int mixed = 0;
    for (int world = 0; world < 1_000; world++) {
      int resources = 1 + random.nextInt(4);
      List<PlanCandidate> candidates = candidates(1 + random.nextInt(6), resources);
      Set<Machinery> have = random.nextBoolean() ? Set.of() : some(PIECES, 0.3);
      Optional<List<String>> expected = cheapest(candidates, resources, have);
      Optional<Plan> plan = new Planner(world(resources), candidates, have).plan();
      assertEquals(
          expected, plan.map(found -> List.copyOf(found.resources().values())), "world " + world);
      plan.ifPresent(found -> assertStepsLeadTo(found, candidates, have));
      mixed += plan.filter(found -> found.strategies().size() > 1).isPresent() ? 1 : 0;
    }
    assertTrue(mixed > 100, mixed + " plans of several strategies");
  }

  @Test
  void plan_ofMoreStrategiesThanCanBeTriedInEverySet_isTheCheapestAsWell() {
    int many = 0;
    for (int world = 0; world < 40; world++) {
      List<PlanCandidate> candidates = candidates(26, 3);
      Plan plan = new Planner(world(3), candidates, Set.of()).plan().orElseThrow();
      assertTrue(plan.exact());
      assertEquals(
          cheapest(candidates, 3, Set.of()), Optional.of(List.copyOf(plan.resources().values())));
      many += undominated(candidates) > 16 ? 1 : 0;
    }
    assertTrue(many > 10, many + " worlds with more than 2^16 sets");
  }

  private static long undominated(List<PlanCandidate> candidates) {
    return candidates.stream()
        .filter(one -> candidates.stream().noneMatch(other -> other.dominates(one)))
        .count();
  }

  @Test
  void searchCutShort_saysSo_andIsNoDearerThanOneStrategyForAll() {
    int shorter = 0;
    for (int world = 0; world < 200; world++) {
      List<PlanCandidate> candidates = candidates(8, 4);
      Optional<Plan> plan = new Planner(world(4), candidates, Set.of(), 2).plan();
      Optional<Plan> exact = new Planner(world(4), candidates, Set.of()).plan();
      Optional<long[]> single = single(candidates);
      assertTrue(plan.isPresent() || single.isEmpty());
      if (plan.isPresent()) {
        long[] found = cost(choices(plan.get(), candidates), Set.of());
        assertTrue(holds(choices(plan.get(), candidates)));
        assertTrue(single.isEmpty() || Arrays.compare(found, single.get()) <= 0);
        assertTrue(!plan.get().exact() || plan.equals(exact));
        shorter += plan.get().exact() ? 0 : 1;
      }
    }
    assertTrue(shorter > 20, shorter + " searches cut short");
  }

  private static Optional<long[]> single(List<PlanCandidate> candidates) {
    return candidates.stream()
        .map(one -> Collections.nCopies(4, one))
        .filter(PlannerTest::holds)
        .map(choices -> cost(choices, Set.of()))
        .min(Arrays::compare);
  }

  private static List<PlanCandidate> choices(Plan plan, List<PlanCandidate> candidates) {
    return plan.resources().values().stream()
        .map(
            name ->
                candidates.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  @Test
  void planOfResourcesThatAreAlike_isThatOfEachByItself() {
    int plans = 0;
    for (int number = 0; number < 300; number++) {
      List<PlanCandidate> candidates = candidates(1 + random.nextInt(5), 2);
      List<Integer> kinds = random.ints(2 + random.nextInt(4), 0, 2).boxed().toList();
      long first = kinds.stream().filter(kind -> kind == 0).count();
      PlannedWorld two = world(2);
      Optional<Plan> alike =
          new Planner(
                  new PlannedWorld(
                      two.resources(),
                      List.of(first, kinds.size() - first),
                      two.policies(),
                      two.concerning()),
                  candidates,
                  Set.of())
              .plan();
      Optional<Plan> each =
          new Planner(
                  world(kinds.size()),
                  candidates.stream().map(one -> spread(one, kinds)).toList(),
                  Set.of())
              .plan();
      if (first > 0 && first < kinds.size()) {
        plans += each.isPresent() ? 1 : 0;
        assertEquals(each.map(PlannerTest::totals), alike.map(PlannerTest::totals));
        for (int i = 0; i < kinds.size(); i++) {
          int resource = i;
          assertEquals(
              each.map(plan -> plan.resources().get(resource(resource))),
              alike.map(plan -> plan.resources().get(resource(kinds.get(resource)))));
        }
      }
    }
    assertTrue(plans > 50, plans + " plans");
  }

  private static List<Object> totals(Plan plan) {
    return List.of(
        plan.machinery(),
        plan.signaturesAndRoundTrips(),
        plan.credentials(),
        plan.steps().stream().map(Plan.Step::policies).toList());
  }

  /** The candidate where each resource is like the first or the second. */
  private static PlanCandidate spread(PlanCandidate one, List<Integer> kinds) {
    Set<Registration> registrations = new HashSet<>(one.holdings().shared().first());
    for (int i = 0; i < kinds.size(); i++) {
      String like = resource(kinds.get(i));
      String resource = resource(i);
      one.holdings().own(kinds.get(i)).first().stream()
          .map(
              own ->
                  new Registration(
                      own.kind(),
                      own.names().stream()
                          .map(name -> name.equals(like) ? resource : name)
                          .toList()))
          .forEach(registrations::add);
    }
    return new PlanCandidate(
        one.name(),
        one.machinery(),
        one.growing(),
        one.passesForUser(),
        one.effort(),
        Holdings.of(registrations, world(kinds.size()).resources()),
        kinds.stream().map(kind -> one.failing().get(kind)).toList());
  }

  @Test
  void oneStrategyForAll_isThePlanWhereItIsAsGood() {
    Holdings holdings =
        Holdings.of(Set.of(new Registration(Kind.USER, List.of("u"))), List.of("r0", "r1"));
    List<List<Integer>> failing = List.of(List.of(), List.of());
    List<PlanCandidate> inOrderOfCost =
        Stream.of("z", "a")
            .map(name -> new PlanCandidate(name, List.of(), Set.of(), true, 1, holdings, failing))
            .toList();
    assertEquals(
        List.of("z"),
        new Planner(world(2), inOrderOfCost, Set.of()).plan().orElseThrow().strategies());
  }

  private static void assertStepsLeadTo(
      Plan plan, List<PlanCandidate> candidates, Set<Machinery> have) {
    assertEquals(
        new NaivePlanSteps(candidates, choices(plan, candidates), have, POLICIES).steps(),
        plan.steps());
    Plan.Step last = plan.steps().get(plan.steps().size() - 1);
    assertEquals(POLICIES, last.policies().size());
    assertEquals(plan.resources(), last.resources());
    assertEquals(
        Set.copyOf(plan.machinery()),
        plan.steps().stream().flatMap(step -> step.adds().stream()).collect(Collectors.toSet()));
    assertTrue(plan.machinery().stream().noneMatch(have::contains));
  }

  /** Counted, as what is cut off early shows in nothing else. */
  @Test
  void search_triesFewOfAllSets() {
    long tried = 0;
    for (int world = 0; world < 40; world++) {
      tried += sets(candidates(20, 5));
    }
    assertEquals(489, tried, "of 21,699 in each of the worlds");
  }

  /** How many sets must be tried at least until no other can be better. */
  private static long sets(List<PlanCandidate> candidates) {
    long most = 0;
    while (!new Planner(world(5), candidates, Set.of(), most)
        .plan()
        .map(Plan::exact)
        .orElse(true)) {
      most++;
    }
    return most;
  }

  /** The policies p1, p2, … concern every resource. */
  private static PlannedWorld world(int resources) {
    List<Integer> all = IntStream.range(0, POLICIES).boxed().toList();
    return new PlannedWorld(
        IntStream.range(0, resources).mapToObj(PlannerTest::resource).toList(),
        Collections.nCopies(resources, 1L),
        all.stream().map(policy -> "p" + (policy + 1)).toList(),
        IntStream.range(0, resources).mapToObj(resource -> all).toList());
  }

  private static String resource(int index) {
    return "r" + index;
  }

  private List<PlanCandidate> candidates(int count, int resources) {
    List<PlanCandidate> candidates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<Kind> shared = some(SHARED, 0.4);
      boolean keys = random.nextInt(4) == 0;
      Set<Registration> registrations = new HashSet<>();
      List<List<Integer>> failing = new ArrayList<>();
      for (int resource = 0; resource < resources; resource++) {
        registrations.addAll(registrations(shared, keys, resource(resource)));
        failing.add(failing());
      }
      Set<Kind> growing = some(List.copyOf(shared), 0.2);
      if (keys) {
        growing.add(Kind.ROOT_KEY);
      }
      candidates.add(
          new PlanCandidate(
              "s" + random.nextInt(1_000) + "-" + i,
              List.copyOf(some(PIECES, 0.4)),
              growing,
              random.nextBoolean(),
              random.nextInt(4),
              Holdings.of(registrations, world(resources).resources()),
              failing));
    }
    return candidates;
  }

  private static Set<Registration> registrations(Set<Kind> shared, boolean keys, String resource) {
    Set<Registration> registrations = new HashSet<>();
    shared.forEach(kind -> registrations.add(new Registration(kind, List.of("u"))));
    if (keys) {
      registrations.add(new Registration(Kind.ROOT_KEY, List.of("u", resource)));
    }
    return registrations;
  }

  private List<Integer> failing() {
    return random.nextInt(5) < 3
        ? List.of()
        : IntStream.range(0, POLICIES).boxed().filter(p -> random.nextBoolean()).toList();
  }

  private <E extends Enum<E>> Set<E> some(List<E> all, double share) {
    Set<E> some = new TreeSet<>();
    all.stream().filter(one -> random.nextDouble() < share).forEach(some::add);
    return some;
  }

  /**
   * The names by the definition: every assignment is tried. The first strategy that does for all
   * resources comes before others that cost the same.
   */
  private static Optional<List<String>> cheapest(
      List<PlanCandidate> candidates, int resources, Set<Machinery> have) {
    Optional<List<String>> best = Optional.empty();
    long[] least = {};
    for (int number = 0; number < Math.pow(candidates.size(), resources); number++) {
      List<PlanCandidate> choices = new ArrayList<>();
      int rest = number;
      for (int resource = 0; resource < resources; resource++, rest /= candidates.size()) {
        choices.add(candidates.get(rest % candidates.size()));
      }
      if (holds(choices)) {
        long[] cost = cost(choices, have);
        List<String> names = choices.stream().map(PlanCandidate::name).toList();
        int order = Arrays.compare(cost, least);
        if (best.isEmpty() || order < 0 || (order == 0 && isBefore(names, best.get()))) {
          best = Optional.of(names);
          least = cost;
        }
      }
    }
    for (PlanCandidate one : candidates) {
      List<PlanCandidate> choices = Collections.nCopies(resources, one);
      if (holds(choices)) {
        return Arrays.equals(cost(choices, have), least)
            ? Optional.of(Collections.nCopies(resources, one.name()))
            : best;
      }
    }
    return best;
  }

  private static boolean isBefore(List<String> names, List<String> others) {
    return Arrays.compare(names.toArray(String[]::new), others.toArray(String[]::new)) < 0;
  }

  /** No policy fails, and who tells agents from users in person isn't shown tokens for both. */
  private static boolean holds(List<PlanCandidate> choices) {
    for (int i = 0; i < choices.size(); i++) {
      PlanCandidate one = choices.get(i);
      if (!one.failing().get(i).isEmpty()) {
        return false;
      }
      for (PlanCandidate other : choices) {
        for (Kind power : List.of(Kind.CONSENT, Kind.IMPERSONATOR)) {
          if (registers(other, power) && !registers(one, power) && !one.passesForUser()) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean registers(PlanCandidate candidate, Kind kind) {
    return candidate.holdings().at(0).stream().anyMatch(one -> one.kind() == kind);
  }

  private static long[] cost(List<PlanCandidate> choices, Set<Machinery> have) {
    Set<Kind> growing = new HashSet<>();
    Set<Machinery> pieces = new HashSet<>();
    Set<Registration> registrations = new HashSet<>();
    long effort = 0;
    for (int i = 0; i < choices.size(); i++) {
      growing.addAll(choices.get(i).growing());
      pieces.addAll(choices.get(i).machinery());
      registrations.addAll(choices.get(i).holdings().at(i));
      effort += choices.get(i).effort();
    }
    pieces.removeAll(have);
    long strategies = choices.stream().distinct().count();
    return new long[] {growing.size(), pieces.size(), effort, registrations.size(), strategies};
  }
}
