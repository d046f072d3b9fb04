package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.authz.Decision;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.TargetTruth;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.live.CheatingCaller.Route;
import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plays requests with real tokens through the verifier and policy engine of every point, and holds
 * each answer against what the exact score foretells.
 */
public final class LiveRun {
  private final Scenario scenario;
  private final CredentialStrategy strategy;
  private final TruthTable truth;
  private final ExactScore score;
  private final HonestCalls honestCalls;
  private final DecisionPoints decisionPoints;
  private final CheatingCaller cheatingCaller;
  private final TargetTruth truths;
  private final BrokenPolicies broken;
  private long wronglyDenied;
  private long wronglyPermitted;

  /** A run that hasn't begun. */
  public LiveRun(
      Scenario scenario,
      CredentialStrategy strategy,
      TruthTable truth,
      ExactScore score,
      HonestCalls honestCalls,
      DecisionPoints decisionPoints,
      CheatingCaller cheatingCaller) {
    this.scenario = scenario;
    this.strategy = strategy;
    this.truth = truth;
    this.score = score;
    this.honestCalls = honestCalls;
    this.decisionPoints = decisionPoints;
    this.cheatingCaller = cheatingCaller;
    truths = new TargetTruth(scenario);
    broken = new BrokenPolicies(truths, strategy.about().proof());
  }

  /**
   * Plays the requests.
   *
   * @throws StrategyFailedException when a credential is refused or proves what wasn't declared
   * @throws DisagreementException when an answer isn't the one foretold
   */
  public void play(List<Request> requests, Progress progress) {
    for (int i = 0; i < requests.size(); i++) {
      progress.report(strategy.about().name(), i, requests.size());
      play(requests.get(i));
    }
    requireSameTotals(requests.size());
  }

  private void play(Request request) {
    Decision decision = DecisionPoints.together(honestCalls.answers(request));
    Truth wanted = truths.truth(request);
    requireSame("truth", request, truth.truth(request), wanted);
    requireSame("decision", request, score.decision(request), decision);
    boolean leaks = wanted == Truth.DENIED && Bias.PERMIT.admits(decision);
    wronglyDenied += wanted == Truth.PERMITTED && !Bias.DENY.admits(decision) ? 1 : 0;
    wronglyPermitted += leaks ? 1 : 0;
    broken.note(request, wanted, leaks);
    if (wanted == Truth.DENIED) {
      cheat(request);
    }
  }

  private void cheat(Request request) {
    boolean escapes = false;
    Target target = request.target();
    for (List<Visit> visits :
        cheatingCaller.routes(request).stream().map(Route::visits).distinct().toList()) {
      if (!honestCalls.isHonest(request, visits)) {
        List<Answer> answers = decisionPoints.answers(visits, target);
        if (DecisionPoints.together(answers) != Decision.DENY) {
          escapes = true;
          broken.escape(request, answers);
        }
      }
    }
    if (escapes || cheatingCaller.triesAll(request)) {
      requireSame("escape", request, score.masquerade().escapes(request), escapes);
    }
  }

  private void requireSameTotals(long played) {
    Set<String> foretold = foretold();
    boolean all = played == truth.classes().size();
    if (all
        ? !broken.ids().equals(foretold) || !isSameAs(score.counts())
        : !foretold.containsAll(broken.ids())) {
      throw new DisagreementException(
          String.format(
              "%s: exact score %s, broken %s; live run %d wrongly denied, %d wrongly permitted,"
                  + " broken %s",
              strategy.about().name(),
              score.counts(),
              foretold,
              wronglyDenied,
              wronglyPermitted,
              broken.ids()));
    }
  }

  private boolean isSameAs(SimulationResult.RequestCounts counts) {
    return wronglyDenied == counts.denyBiasedWronglyDenied()
        && wronglyPermitted == counts.permitBiasedWronglyPermitted();
  }

  private Set<String> foretold() {
    Set<String> foretold = new HashSet<>();
    for (int i = 0; i < scenario.policies().size(); i++) {
      if (!truth.isVacuous(i) && !score.withstands(i)) {
        foretold.add(scenario.policies().get(i).id());
      }
    }
    return foretold;
  }

  private void requireSame(String what, Request request, Object exact, Object live) {
    if (!exact.equals(live)) {
      throw new DisagreementException(
          String.format(
              "%s, `%s`: the %s is %s by the exact score and %s in the live run",
              strategy.about().name(), request.sentence(), what, exact, live));
    }
  }

  /** What an enforcement point makes of an indeterminate decision. */
  private enum Bias {
    DENY,
    PERMIT;

    /** Whether the request goes through. */
    boolean admits(Decision decision) {
      return switch (decision) {
        case PERMIT -> true;
        case DENY -> false;
        case INDETERMINATE -> this == PERMIT;
      };
    }
  }
}
