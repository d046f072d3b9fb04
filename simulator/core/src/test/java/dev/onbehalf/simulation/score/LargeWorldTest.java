package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.column.WorldScore;
import dev.onbehalf.simulation.result.ExactCounts;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Twenty million requests under a thousand policies are scored on classes, and rightly so. */
final class LargeWorldTest {
  private static final Proof USER_ONLY =
      Proof.atResource(List.of(Attributes.USER), List.of(Attributes.USER));
  private static final Proof AGENT_ONLY =
      Proof.atResource(List.of(Attributes.USER, Attributes.AGENT), List.of(Attributes.AGENT));
  private static final Proof BOTH =
      Proof.atResource(
          List.of(Attributes.USER, Attributes.AGENT), List.of(Attributes.USER, Attributes.AGENT));

  private static Scenario scenario;
  private static TruthTable truth;
  private static final Map<Proof, ExactScore> SCORES = new LinkedHashMap<>();

  @BeforeAll
  static void score() {
    scenario = Worlds.read(world(new Random(1)));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    truth = new TruthTable(scenario);
    for (Proof proof : List.of(USER_ONLY, AGENT_ONLY, BOTH)) {
      ExactScore score = new ExactScore(truth, proof, Map.of());
      IntStream.range(0, scenario.policies().size()).forEach(score::withstands);
      score.counts();
      SCORES.put(proof, score);
    }
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    System.out.printf(
        "%,d requests scored for three strategies in %.2f s of CPU%n",
        truth.classes().size(), nanos / 1e9);
  }

  @Test
  void size_isTheFullProduct() {
    assertEquals(1_000L * 101 * 100 * 2, truth.classes().size());
  }

  @Test
  void proofOfUserAndAgent_mixesNothing() {
    assertEquals(0, score(BOTH).counts().indeterminate());
  }

  @Test
  void classesOfOneUser_areMixedWhereEnumerationSaysSo() {
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      Request any = request(random);
      List<Request> alike = scenario.paths().stream().map(path -> withPath(any, path)).toList();
      assertMixedLikeEnumerated(score(USER_ONLY), any, alike);
    }
  }

  @Test
  void classesOfOneAgent_areMixedWhereEnumerationSaysSo() {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      Request any = withPath(request(random), List.of("agent" + (1 + random.nextInt(100))));
      List<Request> alike = scenario.users().stream().map(user -> withUser(any, user)).toList();
      assertMixedLikeEnumerated(score(AGENT_ONLY), any, alike);
    }
  }

  /** Target by target, each in a world of its own, the same comes out as on the whole table. */
  @Test
  void scoreByTarget_isThatOfTheTable() {
    WorldScore byTarget =
        new WorldScore(
            scenario, SCORES.keySet().stream().map(one -> new Shown(one, Map.of())).toList());
    int one = 0;
    for (ExactScore score : SCORES.values()) {
      RequestCounts counts = score.counts();
      assertEquals(
          List.of(
              counts.total(),
              counts.denyBiasedWronglyDenied(),
              counts.permitBiasedWronglyPermitted(),
              counts.fewestWrong()),
          numbers(byTarget.counts(one)));
      for (int policy = 0; policy < scenario.policies().size(); policy++) {
        assertEquals(truth.scopeSize(policy), byTarget.scopeSize(policy));
        assertEquals(score.isEnforced(policy), byTarget.outcome(one, policy) == Outcome.ENFORCED);
        assertEquals(score.enforcedAt(policy), byTarget.enforcedAt(one, policy));
      }
      one++;
    }
  }

  private static List<Long> numbers(ExactCounts counts) {
    return Stream.of(
            counts.total(), counts.wronglyDenied(), counts.wronglyPermitted(), counts.fewestWrong())
        .map(BigInteger::longValueExact)
        .toList();
  }

  private static ExactScore score(Proof proof) {
    return Objects.requireNonNull(SCORES.get(proof));
  }

  private static void assertMixedLikeEnumerated(
      ExactScore score, Request any, List<Request> alike) {
    List<Truth> truths = alike.stream().map(scenario::truth).distinct().toList();
    boolean mixed = truths.contains(Truth.PERMITTED) && truths.contains(Truth.DENIED);
    int row = truth.classes().rowOf(any);
    int column = truth.classes().columnOf(any);
    assertEquals(mixed, score.isContested(row, column), any::sentence);
  }

  private static Request request(Random random) {
    return new Request(
        "user" + (1 + random.nextInt(1_000)),
        List.of(),
        "res" + (1 + random.nextInt(100)),
        "act" + (1 + random.nextInt(2)),
        new TreeMap<>());
  }

  private static Request withPath(Request request, List<String> path) {
    return new Request(
        request.user(), path, request.resource(), request.action(), request.context());
  }

  private static Request withUser(Request request, String user) {
    return new Request(
        user, request.via(), request.resource(), request.action(), request.context());
  }

  /** Each part of a policy names one member (60 %), a group (30 %) or everything (10 %). */
  private static NaiveWorld world(Random random) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    Map<String, List<String>> resources = new LinkedHashMap<>();
    List<String> users = names("user", 1_000);
    List<String> agents = names("agent", 100);
    List<String> actions = names("act", 2);
    names("res", 100).forEach(resource -> resources.put(resource, actions));
    for (int i = 1; i <= 50; i++) {
      groups.put("team" + i, some(users, random));
      groups.put("fleet" + i, some(agents, random));
      groups.put("shelf" + i, some(List.copyOf(resources.keySet()), random));
    }
    List<NaiveWorld.NaivePolicy> policies = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      policies.add(
          new NaiveWorld.NaivePolicy(
              random.nextInt(5) > 0,
              List.of(term(random, "user", 1_000, "team", "anyone")),
              List.of(),
              List.of(random.nextBoolean() ? "use" : "act" + (1 + random.nextInt(2))),
              List.of(term(random, "res", 100, "shelf", "anything")),
              Optional.of(List.of(List.of(term(random, "agent", 100, "fleet", "any agent")))),
              Map.of()));
    }
    return new NaiveWorld(
        users, groups, agents, List.of(), resources, Map.of(), Map.of(), List.of(), true, policies);
  }

  private static String term(
      Random random, String member, int members, String group, String everything) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return everything;
    }
    return kind < 4 ? group + (1 + random.nextInt(50)) : member + (1 + random.nextInt(members));
  }

  private static List<String> some(List<String> members, Random random) {
    return members.stream()
        .filter(member -> random.nextInt(20) == 0 || member.equals(members.get(0)))
        .toList();
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }
}
