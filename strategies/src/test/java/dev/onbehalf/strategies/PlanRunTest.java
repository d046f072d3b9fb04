package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.verdict.PlanCandidate;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan is played by callers who hold what all of its parts give them, and keeps its promise. */
final class PlanRunTest {
  private static final String Z = ", z: [use]";

  /** What lets an agent get tokens for every resource that look like a user's. */
  private static final Set<Kind> POWERS =
      Set.of(Kind.IMPERSONATOR, Kind.CONSENT, Kind.ADMINISTRATOR_CONSENT);

  @Test
  void plan_inAllSmallWorlds_isTheCheapestOfAllAssignments_andKeepsItsPromise() throws Exception {
    PlannedStrategies strategies =
        new PlannedStrategies("", "{mode: [on, off]}", "default: deny", "");
    int mixed = 0;
    for (String atX : sentences("x")) {
      for (String atY : sentences("y")) {
        Scenario scenario = strategies.scenario(atX + atY);
        List<PlanCandidate> candidates = strategies.candidates(scenario, strategies.names());
        Optional<Plan> plan = strategies.plan(scenario, strategies.names());
        assertEquals(
            cheapest(candidates), plan.map(one -> cost(choices(one, candidates))), atX + atY);
        if (plan.filter(one -> one.strategies().size() > 1).isPresent()) {
          mixed++;
          strategies.play(scenario, plan.orElseThrow().resources());
        }
      }
    }
    assertTrue(mixed > 50, mixed + " plans of several strategies");
  }

  private static List<String> sentences(String resource) {
    List<String> sentences = new ArrayList<>();
    for (String who : List.of("u", "anyone")) {
      for (String path : List.of("", " directly", " via a", " via b", " via a then b")) {
        for (String when : List.of("", " when mode is on")) {
          sentences.add("  - " + who + " MAY use " + resource + path + when + "\n");
        }
      }
    }
    return sentences;
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

  /** By the definition: every pair is tried. */
  private static Optional<List<Long>> cheapest(List<PlanCandidate> candidates) {
    return candidates.stream()
        .filter(x -> x.failing().get(0).isEmpty())
        .flatMap(
            x ->
                candidates.stream()
                    .filter(y -> y.failing().get(1).isEmpty())
                    .filter(y -> stands(x, y) && stands(y, x))
                    .map(y -> cost(List.of(x, y))))
        .min((one, other) -> Arrays.compare(one.toArray(Long[]::new), other.toArray(Long[]::new)));
  }

  private static boolean stands(PlanCandidate one, PlanCandidate beside) {
    return one.passesForUser() || powers(one).containsAll(powers(beside));
  }

  private static Set<Kind> powers(PlanCandidate one) {
    return one.holdings().at(0).stream()
        .map(Registration::kind)
        .filter(POWERS::contains)
        .collect(Collectors.toSet());
  }

  /** Kinds that grow by a product, pieces, signatures and round trips, credentials, strategies. */
  private static List<Long> cost(List<PlanCandidate> choices) {
    Set<Kind> growing = new HashSet<>();
    Set<Machinery> pieces = new HashSet<>();
    Set<Registration> registrations = new HashSet<>();
    for (int i = 0; i < choices.size(); i++) {
      growing.addAll(choices.get(i).growing());
      pieces.addAll(choices.get(i).machinery());
      registrations.addAll(choices.get(i).holdings().at(i));
    }
    return List.of(
        (long) growing.size(),
        (long) pieces.size(),
        choices.stream().mapToLong(PlanCandidate::effort).sum(),
        (long) registrations.size(),
        choices.stream().map(PlanCandidate::name).distinct().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "180 | {mode: [on, off]} | default: deny | ''",
        "40 | {mode: [on, off]} | default: unspecified | ''",
        "40 | {mode: [on, off]} | runs-at: {a: user} | ''",
        "40 | {mode: {values: [on, off], known-to: resource}} | default: deny | ''",
        "40 | {mode: [on, off]} | default: deny | nobody MAY use z"
      })
  void plans_ofRandomWorlds_keepTheirPromise(
      int worlds, String context, String other, String always) throws Exception {
    PlannedStrategies strategies =
        new PlannedStrategies(Z, context, other, always.isEmpty() ? "" : "  - " + always + "\n");
    Random random = new Random(14);
    List<String> names = new ArrayList<>(strategies.names());
    Set<Set<String>> mixes = new HashSet<>();
    int mixed = 0;
    for (int world = 0; mixed < worlds; world++) {
      assertTrue(world < 10_000, mixed + " plans of several strategies");
      Collections.shuffle(names, random);
      String policies = policies(random);
      Scenario scenario = strategies.scenario(policies);
      Optional<Plan> plan = strategies.plan(scenario, names.subList(0, 2 + random.nextInt(5)));
      if (plan.filter(one -> one.strategies().size() > 1).isPresent()) {
        mixed++;
        mixes.add(Set.copyOf(plan.orElseThrow().strategies()));
        LiveCounts live = strategies.play(scenario, plan.orElseThrow().resources());
        assertEquals(scenario.requestCount().longValueExact(), live.requests(), policies);
        assertTrue(live.cheats() > 0, policies);
      }
    }
    assertTrue(mixes.size() > worlds / 5, mixes.size() + " mixes");
  }

  private static PlannedStrategies strategies() throws Exception {
    return new PlannedStrategies(Z, "{mode: [on, off]}", "default: deny", "");
  }

  @Test
  void strategyThatDoesNotSuffice_isFoundByHonestCallers() throws Exception {
    PlannedStrategies strategies = strategies();
    Scenario scenario = strategies.scenario("  - u MAY use x via a\n  - v MAY use y\n");
    Map<String, String> plan = Map.of("x", "service-account", "y", "token-exchange");
    assertThrows(DisagreementException.class, () -> strategies.play(scenario, with(plan)));
  }

  /** Where an agent may impersonate for x, it looks at y like the user in person. */
  @Test
  void powerOfAnotherPart_isFoundByCheatingCallers() throws Exception {
    PlannedStrategies strategies = strategies();
    Scenario scenario = strategies.scenario("  - u MAY use x\n  - u MAY use y directly\n");
    assertEquals(
        scenario.requestCount().longValueExact(),
        strategies
            .play(scenario, with(Map.of("x", "credential-inheritance", "y", "token-exchange")))
            .requests());
    DisagreementException caught =
        assertThrows(
            DisagreementException.class,
            () ->
                strategies.play(
                    scenario, with(Map.of("x", "exchange-impersonation", "y", "token-exchange"))));
    assertTrue(
        String.valueOf(caught.getMessage()).contains("let through when its caller cheats"),
        caught.getMessage());
  }

  /** Nothing is permitted at z, so anything does there. */
  private static Map<String, String> with(Map<String, String> plan) {
    Map<String, String> whole = new TreeMap<>(plan);
    whole.put("z", "token-exchange");
    return whole;
  }

  private static String policies(Random random) {
    StringBuilder policies = new StringBuilder();
    for (String resource : List.of("x", "y", "z")) {
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        policies
            .append("  - ")
            .append(one(random, "u", "v", "anyone"))
            .append(one(random, " MAY ", " MAY ", " MAY NOT "))
            .append(resource.equals("x") ? one(random, "use ", "read ", "write ") : "use ")
            .append(resource)
            .append(one(random, "", " directly", " via a", " via b", " via a then b"))
            .append(one(random, "", "", " when mode is on"))
            .append('\n');
      }
    }
    return policies.toString();
  }

  private static String one(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
