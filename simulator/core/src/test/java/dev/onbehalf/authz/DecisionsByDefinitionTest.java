package dev.onbehalf.authz;

import static java.util.function.Predicate.isEqual;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.evidence.Proof.Showing;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.TargetTruth;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.score.Worlds;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A point decides by look-ups what follows from the truth of all requests that look the same. */
final class DecisionsByDefinitionTest {
  private static final List<Proof> PROOFS =
      List.of(
          Proof.of("user"),
          Proof.of("agent"),
          Proof.of("user", "agent", "context"),
          Proof.of("first-agent", "prior-agents"),
          Proof.atResource(List.of("user"), List.of("agent", "in-person")),
          Proof.of("user").after(Point.GATEWAY, List.of("user", "agent")),
          Proof.of("user", "agent")
              .showingForNobody(Map.of(Point.RESOURCE, List.of("agent", "context"))),
          Proof.of("context").showingForNobody(Map.of(Point.RESOURCE, List.of())));

  @Test
  void decision_inRandomWorlds_followsFromEveryRequestThatLooksTheSame() {
    LongStream.range(0, 50)
        .mapToObj(Worlds::randomOfNewSentences)
        .map(Worlds::read)
        .forEach(scenario -> PROOFS.forEach(proof -> assertAgrees(scenario, proof)));
  }

  @Test
  void truth_byTarget_isThatOfAllPolicies() {
    LongStream.range(0, 50)
        .mapToObj(Worlds::randomOfNewSentences)
        .map(Worlds::read)
        .forEach(DecisionsByDefinitionTest::assertSameTruth);
  }

  private static void assertSameTruth(Scenario scenario) {
    TargetTruth truths = new TargetTruth(scenario);
    scenario
        .requests()
        .forEach(
            request -> {
              Truth truth = scenario.truth(request);
              assertEquals(truth, truths.truth(request), request::sentence);
              assertEquals(
                  scenario.policies().stream()
                      .filter(one -> one.isDecisive(request, truth))
                      .toList(),
                  truths.decisive(request, truth),
                  request::sentence);
            });
  }

  private static void assertAgrees(Scenario scenario, Proof unnamed) {
    Proof proof = Situation.proof(unnamed, scenario.contexts());
    Map<Sight, Set<Request>> alike = alike(scenario, proof);
    for (Showing showing : proof.showings()) {
      PolicyDecisionPoint point = new PolicyDecisionPoint(scenario, proof, showing.point());
      alike.forEach(
          (sight, requests) -> {
            if (sight.showing().equals(showing)) {
              assertSame(scenario, proof, sight, alike, answer(point, sight));
            }
          });
      assertStrangersAreDenied(point, alike.keySet());
    }
  }

  private static Map<Sight, Set<Request>> alike(Scenario scenario, Proof proof) {
    Map<Sight, Set<Request>> alike = new HashMap<>();
    scenario
        .requests()
        .forEach(
            request ->
                Sight.all(proof, request)
                    .forEach(
                        sight ->
                            alike.computeIfAbsent(sight, any -> new HashSet<>()).add(request)));
    return alike;
  }

  private static Answer answer(PolicyDecisionPoint point, Sight sight) {
    return answer(point, sight.shown(), sight.target());
  }

  private static Answer answer(
      PolicyDecisionPoint point, Map<String, String> shown, Target target) {
    Evidence evidence = Evidence.none();
    for (Map.Entry<String, String> attribute : shown.entrySet()) {
      evidence = evidence.verified(attribute.getKey(), attribute.getValue());
    }
    return point.decide(evidence, target.resource(), target.action());
  }

  private static void assertSame(
      Scenario scenario, Proof proof, Sight sight, Map<Sight, Set<Request>> alike, Answer answer) {
    Set<Request> requests = alike.getOrDefault(sight, Set.of());
    Predicate<Request> isPermitted = one -> scenario.truth(one) == Truth.PERMITTED;
    Predicate<Sight> looksPermitted =
        other -> alike.getOrDefault(other, Set.of()).stream().anyMatch(isPermitted);
    Predicate<Request> leaks =
        one ->
            scenario.truth(one) == Truth.DENIED
                && Sight.all(proof, one).stream().allMatch(looksPermitted);
    Decision decision =
        requests.stream().noneMatch(isPermitted)
            ? Decision.DENY
            : requests.stream().anyMatch(leaks) ? Decision.INDETERMINATE : Decision.PERMIT;
    assertEquals(decision, answer.decision(), sight::toString);
    assertEquals(
        policies(scenario, Effect.MAY, requests.stream().filter(isPermitted).toList()),
        answer.permitting(),
        sight::toString);
    assertEquals(policies(scenario, Effect.MAY_NOT, requests), answer.denying(), sight::toString);
  }

  private static List<Policy> policies(
      Scenario scenario, Effect effect, Collection<Request> requests) {
    return scenario.policies().stream()
        .filter(policy -> policy.effect() == effect && requests.stream().anyMatch(policy::matches))
        .toList();
  }

  /** What no request shows, by one value or by one attribute more or less. */
  private static void assertStrangersAreDenied(PolicyDecisionPoint point, Set<Sight> known) {
    Set<Map<String, String>> shown = new HashSet<>();
    known.forEach(sight -> shown.add(sight.shown()));
    known.stream()
        .flatMap(sight -> strangers(sight.shown()).map(one -> Map.entry(one, sight.target())))
        .filter(one -> shown.stream().noneMatch(isEqual(one.getKey())))
        .limit(20)
        .forEach(
            one ->
                assertEquals(
                    Decision.DENY,
                    answer(point, one.getKey(), one.getValue()).decision(),
                    one::toString));
  }

  private static Stream<Map<String, String>> strangers(Map<String, String> shown) {
    return Stream.concat(
        Stream.of("user", "agent", "in-person", "elsewhere").map(name -> with(shown, name)),
        shown.keySet().stream()
            .flatMap(name -> Stream.of(with(shown, name), without(shown, name))));
  }

  private static Map<String, String> with(Map<String, String> shown, String name) {
    Map<String, String> changed = new HashMap<>(shown);
    changed.put(name, "a stranger");
    return changed;
  }

  private static Map<String, String> without(Map<String, String> shown, String name) {
    Map<String, String> changed = new HashMap<>(shown);
    changed.remove(name);
    return changed;
  }
}
