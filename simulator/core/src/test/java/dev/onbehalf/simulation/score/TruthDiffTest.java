package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.TruthChange;
import dev.onbehalf.simulation.score.NaiveWorld.NaivePolicy;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What changed is what asking both versions about every call of either says. */
final class TruthDiffTest {
  /** Worlds by neighbouring seeds have names in common, and hardly a sentence. */
  @Test
  void changes_betweenRandomWorlds_areThoseOfTheDefinition() {
    Set<TruthChange.Kind> seen = EnumSet.noneOf(TruthChange.Kind.class);
    Worlds.seeds(600)
        .forEach(
            seed ->
                seen.addAll(
                    assertAgrees(
                        Worlds.randomOfNewSentences(seed),
                        Worlds.randomOfNewSentences(seed + 1 - seed % 3))));
    assertEquals(EnumSet.allOf(TruthChange.Kind.class), seen);
  }

  /** What tells changes apart. */
  private record Reason(
      Optional<Truth> before, Optional<Truth> after, Optional<String> was, Optional<String> is) {}

  private static Set<TruthChange.Kind> assertAgrees(NaiveWorld old, NaiveWorld now) {
    Side before = new Side(old);
    Side after = new Side(now);
    Map<Reason, Set<Request>> expected = new HashMap<>();
    for (Request call : calls(old, now)) {
      Reason reason =
          new Reason(before.truth(call), after.truth(call), before.by(call), after.by(call));
      if (isChange(reason)) {
        expected.computeIfAbsent(reason, any -> new HashSet<>()).add(call);
      }
    }
    List<TruthChange> found = TruthDiff.between(before.scenario, after.scenario);
    String words = old.yaml() + now.yaml();
    assertEquals(
        expected.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> (long) one.getValue().size())),
        found.stream().collect(Collectors.toMap(TruthDiffTest::reason, TruthChange::calls)),
        words);
    for (TruthChange change : found) {
      assertTrue(expected.getOrDefault(reason(change), Set.of()).contains(change.example()), words);
    }
    List<TruthChange.Kind> kinds = found.stream().map(TruthChange::kind).toList();
    assertEquals(kinds.stream().sorted().toList(), kinds, words);
    return Set.copyOf(kinds);
  }

  private static Reason reason(TruthChange change) {
    return new Reason(
        change.before(),
        change.after(),
        change.beforeBy().map(Policy::id),
        change.afterBy().map(Policy::id));
  }

  /** A call that is new or gone matters only if it is or was permitted. */
  private static boolean isChange(Reason reason) {
    boolean inBoth = reason.before.isPresent() && reason.after.isPresent();
    Optional<Truth> permitted = Optional.of(Truth.PERMITTED);
    return !reason.before.equals(reason.after)
        && (inBoth || reason.before.equals(permitted) || reason.after.equals(permitted));
  }

  /** One version of the two. */
  private static final class Side {
    private final NaiveWorld world;
    private final Scenario scenario;
    private final Set<Object> calls;

    Side(NaiveWorld world) {
      this.world = world;
      scenario = Worlds.read(world);
      calls = world.requests().stream().collect(Collectors.toSet());
    }

    /** The call without what this version doesn't know of; empty if it has no such call. */
    private Optional<NaiveRequest> known(Request call) {
      Map<String, String> context = new TreeMap<>(call.context());
      context.keySet().retainAll(world.context().keySet());
      NaiveRequest request =
          new NaiveRequest(call.user(), call.via(), call.resource(), call.action(), context);
      return Optional.of(request).filter(calls::contains);
    }

    Optional<Truth> truth(Request call) {
      return known(call)
          .map(
              request ->
                  switch (world.truth(request)) {
                    case '+' -> Truth.PERMITTED;
                    case '-' -> Truth.DENIED;
                    default -> Truth.UNSPECIFIED;
                  });
    }

    /** The first policy that says what is true; none where the default does. */
    Optional<String> by(Request call) {
      return known(call).flatMap(this::by);
    }

    private Optional<String> by(NaiveRequest request) {
      char truth = world.truth(request);
      List<NaivePolicy> policies = world.policies();
      for (int i = 0; i < policies.size(); i++) {
        boolean says = policies.get(i).may() ? truth == '+' : truth == '-';
        if (says && world.matches(policies.get(i), request)) {
          return Optional.of(scenario.policies().get(i).id());
        }
      }
      return Optional.empty();
    }
  }

  /** Every call of anybody by any path to any target of either, in every context of either. */
  private static List<Request> calls(NaiveWorld old, NaiveWorld now) {
    List<Request> calls = new ArrayList<>();
    Map<String, Set<String>> values = new TreeMap<>();
    for (NaiveWorld world : List.of(old, now)) {
      world
          .context()
          .forEach(
              (name, some) -> values.computeIfAbsent(name, any -> new HashSet<>()).addAll(some));
    }
    for (String user : either(old, now, NaiveRequest::user)) {
      for (List<String> via : either(old, now, NaiveRequest::via)) {
        for (List<String> target : either(old, now, r -> List.of(r.resource(), r.action()))) {
          contexts(values).stream()
              .filter(context -> !user.equals("nobody") || !via.isEmpty())
              .map(context -> new Request(user, via, target.get(0), target.get(1), context))
              .forEach(calls::add);
        }
      }
    }
    return calls;
  }

  private static <T> Set<T> either(NaiveWorld old, NaiveWorld now, Function<NaiveRequest, T> part) {
    return Stream.of(old, now)
        .flatMap(world -> world.requests().stream())
        .map(part)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<SortedMap<String, String>> contexts(Map<String, Set<String>> values) {
    List<SortedMap<String, String>> contexts = List.of(new TreeMap<>());
    for (Map.Entry<String, Set<String>> attribute : values.entrySet()) {
      List<SortedMap<String, String>> longer = new ArrayList<>();
      for (SortedMap<String, String> context : contexts) {
        for (String value : attribute.getValue()) {
          SortedMap<String, String> more = new TreeMap<>(context);
          more.put(attribute.getKey(), value);
          longer.add(more);
        }
      }
      contexts = longer;
    }
    return contexts;
  }

  @Test
  void moreKindsThanCanBeCompared_areRefused() throws InvalidScenarioException {
    assertRefused("79,536,204", ofSentences(340));
    assertRefused("68,921,000", ofContexts(41 * 10));
  }

  private static void assertRefused(String kinds, String yaml) throws InvalidScenarioException {
    Scenario scenario = ScenarioReader.read("kinds.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "the policies tell "
            + kinds
            + " kinds of requests apart; at most 67,108,864 can be compared",
        assertThrows(ScenarioTooLargeException.class, () -> TruthDiff.between(scenario, scenario))
            .getMessage());
  }

  /** Each of a user, an agent and a resource of its own, and one more of all. */
  private static String ofSentences(int count) {
    StringBuilder yaml =
        new StringBuilder(
            """
            scenario: kinds
            users: ["u[1..500]"]
            agents: ["a[1..500]"]
            resources: ["r[1..500]"]
            context: {mode: [work, play, rest]}
            policies:
              - u1 MAY use r1 via a1 when mode is work
            """);
    for (int i = 2; i <= count; i++) {
      yaml.append("  - u%d MAY use r%d via a%d\n".formatted(i, i, i));
    }
    return yaml.toString();
  }

  /** Three attributes of so many values. */
  private static String ofContexts(int values) {
    String some =
        IntStream.range(0, values).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
    return """
    scenario: contexts
    users: [u]
    agents: [a]
    resources: [r]
    context: {x: [%1$s], y: [%1$s], z: [%1$s]}
    policies: [u MAY use r]
    """
        .formatted(some);
  }
}
