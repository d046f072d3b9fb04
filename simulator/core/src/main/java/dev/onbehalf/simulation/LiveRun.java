package dev.onbehalf.simulation;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.authz.Decision;
import dev.onbehalf.authz.Evidence;
import dev.onbehalf.authz.PolicyDecisionPoint;
import dev.onbehalf.authz.Proof;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.SimulationResult.RequestCounts;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.InvalidTokenException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plays requests with real tokens through verifier and policy engine, and holds every answer
 * against what the exact score foretells.
 */
final class LiveRun {
  private final Scenario scenario;
  private final CredentialStrategy strategy;
  private final TruthTable truth;
  private final ExactScore score;
  private final Callers callers;
  private final Proof.Showing proof;
  private final Examiner resourceServers;
  private final PolicyDecisionPoint decisionPoint;
  private final CheatingAgent cheatingAgent;
  private final Set<String> broken = new HashSet<>();
  private long wronglyDenied;
  private long wronglyPermitted;

  LiveRun(
      Scenario scenario,
      CredentialStrategy strategy,
      TruthTable truth,
      ExactScore score,
      Callers callers,
      Examiner resourceServers,
      CheatingAgent cheatingAgent) {
    this.scenario = scenario;
    this.strategy = strategy;
    this.truth = truth;
    this.score = score;
    this.callers = callers;
    proof = strategy.proves().atResource();
    this.resourceServers = resourceServers;
    this.cheatingAgent = cheatingAgent;
    decisionPoint = new PolicyDecisionPoint(scenario, strategy.proves());
  }

  /**
   * Plays the requests.
   *
   * @throws StrategyFailedException when a credential is refused or proves what wasn't declared
   * @throws DisagreementException when an answer isn't the one foretold
   */
  void play(List<Request> requests, Progress progress) {
    for (int i = 0; i < requests.size(); i++) {
      progress.report(strategy.name(), i, requests.size());
      play(requests.get(i));
    }
    requireSameTotals(requests.size());
  }

  private void play(Request request) {
    Evidence evidence = honestEvidence(request);
    Answer answer = decisionPoint.decide(evidence, request.resource(), request.action());
    Truth wanted = scenario.truth(request);
    requireSame("truth", request, truth.truth(request), wanted);
    requireSame("decision", request, score.decision(request), answer.decision());
    if (wanted == Truth.PERMITTED && !Bias.DENY.admits(answer.decision())) {
      wronglyDenied++;
    }
    if (wanted == Truth.DENIED && Bias.PERMIT.admits(answer.decision())) {
      wronglyPermitted++;
    }
    if (answer.decision() == Decision.INDETERMINATE) {
      breakPolicies(request, wanted);
    }
    if (wanted == Truth.DENIED && !request.isDirect()) {
      cheat(request, evidence);
    }
  }

  private Evidence honestEvidence(Request request) {
    Target target = new Target(request.resource(), request.action());
    try {
      Evidence evidence =
          resourceServers.examine(callers.credentials(request).presentation(), target);
      requireDeclared(request, evidence);
      return evidence;
    } catch (InvalidTokenException refused) {
      throw new StrategyFailedException(
          strategy.name(),
          "its credential for `" + request.sentence() + "` was refused: " + refused.getMessage());
    }
  }

  private void requireDeclared(Request request, Evidence evidence) {
    if (!evidence.verified().equals(proof.shownBy(request))) {
      throw new StrategyFailedException(
          strategy.name(),
          String.format(
              "for `%s` it declares to prove %s, but proves %s",
              request.sentence(), proof.shownBy(request), evidence.verified()));
    }
  }

  private void breakPolicies(Request request, Truth wanted) {
    for (Policy policy : scenario.policies()) {
      Truth own = policy.effect() == Effect.MAY ? Truth.PERMITTED : Truth.DENIED;
      if (own == wanted && policy.matches(request)) {
        broken.add(policy.id());
      }
    }
  }

  private void cheat(Request request, Evidence honest) {
    boolean escapes = false;
    for (Evidence shown : cheatingAgent.evidence(request, callers.credentials(request))) {
      Answer answer = decisionPoint.decide(shown, request.resource(), request.action());
      if (answer.decision() != Decision.DENY && !shown.verified().equals(honest.verified())) {
        escapes = true;
        answer.permitting().forEach(usurped -> broken.add(usurped.id()));
        breakPolicies(request, Truth.DENIED);
      }
    }
    requireSame("escape", request, score.masquerade().escapes(request), escapes);
  }

  private void requireSameTotals(long played) {
    Set<String> foretold = new HashSet<>();
    for (int i = 0; i < scenario.policies().size(); i++) {
      if (!truth.isVacuous(i) && !score.withstands(i)) {
        foretold.add(scenario.policies().get(i).id());
      }
    }
    RequestCounts counts = score.counts();
    boolean all = played == truth.classes().size();
    boolean agrees =
        all
            ? broken.equals(foretold)
                && wronglyDenied == counts.denyBiasedWronglyDenied()
                && wronglyPermitted == counts.permitBiasedWronglyPermitted()
            : foretold.containsAll(broken);
    if (!agrees) {
      throw new DisagreementException(
          String.format(
              "%s: exact score %s, broken %s; live run %d wrongly denied, %d wrongly permitted,"
                  + " broken %s",
              strategy.name(), counts, foretold, wronglyDenied, wronglyPermitted, broken));
    }
  }

  private void requireSame(String what, Request request, Object exact, Object live) {
    if (!exact.equals(live)) {
      throw new DisagreementException(
          String.format(
              "%s, `%s`: the %s is %s by the exact score and %s in the live run",
              strategy.name(), request.sentence(), what, exact, live));
    }
  }
}
