package dev.onbehalf.authz;

import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Decides on evidence: takes every request that would show the same verified evidence, and permits
 * or denies where all of them agree. It knows the policies and what the strategy proves, never the
 * request.
 */
public final class PolicyDecisionPoint {
  private final Scenario scenario;
  private final Proof.Showing showing;
  private final Map<Question, Answer> answers = new HashMap<>();

  public PolicyDecisionPoint(Scenario scenario, Proof proof) {
    this.scenario = scenario;
    this.showing = proof.atResource();
  }

  /** Decides whether the action on the resource is permitted to whoever shows the evidence. */
  public Answer decide(Evidence evidence, String resource, String action) {
    return answers.computeIfAbsent(
        new Question(evidence.verified(), resource, action), this::answer);
  }

  private Answer answer(Question question) {
    List<Policy> relevant =
        scenario.policies().stream()
            .filter(policy -> policy.matchesTarget(question.resource(), question.action()))
            .toList();
    Tally tally = new Tally(scenario.defaultEffect());
    List<Map<String, String>> contexts = RelevantContexts.of(scenario.context(), relevant);
    for (List<String> path : compatiblePaths(question.verified())) {
      List<Policy> onPath = relevant.stream().filter(policy -> policy.matchesPath(path)).toList();
      for (String user : compatibleUsers(question.verified())) {
        List<Policy> ofUser = new ArrayList<>(onPath);
        ofUser.removeIf(policy -> !policy.users().contains(user));
        contexts.forEach(context -> tally.count(ofUser, context));
      }
    }
    return tally.answer(relevant);
  }

  private List<List<String>> compatiblePaths(SortedMap<String, String> verified) {
    return scenario.paths().stream()
        .filter(path -> Set.copyOf(showing.attributes(path)).equals(verified.keySet()))
        .filter(path -> shows(verified, Attributes.AGENT, Proof.Showing.presenter(path)))
        .filter(path -> shows(verified, Attributes.FIRST_AGENT, Proof.Showing.first(path)))
        .toList();
  }

  private List<String> compatibleUsers(SortedMap<String, String> verified) {
    return scenario.users().stream()
        .filter(user -> shows(verified, Attributes.USER, user))
        .toList();
  }

  private static boolean shows(SortedMap<String, String> verified, String attribute, String value) {
    return verified.getOrDefault(attribute, value).equals(value);
  }

  private record Question(SortedMap<String, String> verified, String resource, String action) {}
}
