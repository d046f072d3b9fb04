package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.authz.Sight;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.TargetTruth;
import dev.onbehalf.scenario.Truth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policies that a live run saw broken, by leaked requests or by cheating callers. */
final class BrokenPolicies {
  private final TargetTruth truths;
  private final Proof proof;
  private final Map<Sight, Set<String>> permitting = new HashMap<>();
  private final Set<Sight> contested = new HashSet<>();
  private final Set<String> broken = new HashSet<>();

  BrokenPolicies(TargetTruth truths, Proof proof) {
    this.truths = truths;
    this.proof = proof;
  }

  /** Notes an honest request with what every point on its path is shown, or would be. */
  void note(Request request, Truth truth, boolean leaks) {
    List<String> policies = inScope(request, truth);
    if (leaks) {
      broken.addAll(policies);
    }
    List<Sight> sights = Sight.all(proof, request);
    if (sights.isEmpty() && truth == Truth.PERMITTED) {
      // It is denied like the strangers who show nothing either.
      broken.addAll(policies);
    }
    for (Sight sight : sights) {
      if (truth == Truth.PERMITTED) {
        permitting.computeIfAbsent(sight, any -> new HashSet<>()).addAll(policies);
      }
      if (leaks) {
        contested.add(sight);
      }
    }
  }

  /** Notes a denied request that passed as permitted ones. */
  void escape(Request request, List<Answer> answers) {
    broken.addAll(inScope(request, Truth.DENIED));
    for (Answer answer : answers) {
      answer.permitting().forEach(usurped -> broken.add(usurped.id()));
    }
  }

  private List<String> inScope(Request request, Truth truth) {
    return truths.decisive(request, truth).stream().map(Policy::id).toList();
  }

  Set<String> ids() {
    Set<String> ids = new HashSet<>(broken);
    contested.forEach(sight -> ids.addAll(permitting.getOrDefault(sight, Set.of())));
    return ids;
  }
}
