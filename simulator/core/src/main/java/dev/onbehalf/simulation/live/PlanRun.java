package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.authz.Decision;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.live.CheatingCaller.Route;
import dev.onbehalf.simulation.live.PlanCallers.Seat;
import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.TokenService;
import java.util.List;

/**
 * Plays a plan of several strategies with real tokens, by callers who hold what all of its parts
 * give them, and holds each answer against what a plan promises: what is permitted is let through
 * and what is denied isn't, whatever its caller presents.
 */
public final class PlanRun {
  private final Scenario scenario;
  private final TruthTable truth;
  private final SimulationSettings settings;
  private final TokenService tokenService;
  private final PlanCallers callers;

  /** A run that hasn't begun. */
  public PlanRun(
      Scenario scenario, TruthTable truth, SimulationSettings settings, List<PlanShare> shares) {
    this.scenario = scenario;
    this.truth = truth;
    this.settings = settings;
    tokenService = settings.tokenService();
    callers = new PlanCallers(scenario, tokenService, shares);
  }

  /**
   * Plays the requests of every resource with its strategy.
   *
   * @throws StrategyFailedException when a credential is refused or proves what wasn't declared
   * @throws DisagreementException when an answer isn't the one promised
   */
  public LiveCounts play(Progress progress) {
    List<LiveCounts> counts =
        callers.seats().stream().map(seat -> new Role(seat).play(progress)).toList();
    return new LiveCounts(
        counts.stream().mapToLong(LiveCounts::requests).sum(),
        truth.classes().size(),
        counts.stream().mapToLong(LiveCounts::tokensMinted).sum(),
        counts.stream().mapToLong(LiveCounts::tokensVerified).sum(),
        counts.stream().mapToLong(LiveCounts::cheats).sum(),
        true);
  }

  /** One strategy at the resources that it serves. */
  private final class Role {
    private final PlanShare share;
    private final ExactScore score;
    private final DecisionPoints decisionPoints;
    private final EnforcementPoint servers;
    private final HonestCalls honestCalls;
    private final CheatingCaller cheatingCaller;

    Role(Seat seat) {
      share = seat.share();
      score = share.score().get();
      CredentialStrategy strategy = share.strategy();
      decisionPoints = seat.decisionPoints();
      servers = new EnforcementPoint(strategy, tokenService);
      honestCalls =
          new HonestCalls(
              strategy,
              seat.callers(),
              new Passage(strategy, tokenService, servers),
              decisionPoints);
      cheatingCaller =
          new CheatingCaller(
              strategy,
              tokenService,
              seat.callers(),
              new Passage(strategy, tokenService, new EnforcementPoint(strategy, tokenService)),
              writing(strategy),
              scenario.pathsAtUser(),
              callers::besides);
    }

    private Writing writing(CredentialStrategy strategy) {
      return Writing.of(
          strategy.about().proof(),
          scenario,
          Probe.of(strategy, settings.tokenService(), scenario).headers(),
          isSample() ? Writing.SOME_WORDS : Integer.MAX_VALUE);
    }

    LiveCounts play(Progress progress) {
      long before = tokenService.tokensIssued();
      List<Request> requests = requests();
      for (int i = 0; i < requests.size(); i++) {
        progress.report("plan", i, requests.size());
        play(requests.get(i));
      }
      return new LiveCounts(
          requests.size(),
          requests.size(),
          tokenService.tokensIssued() - before - cheatingCaller.tokensMinted(),
          servers.tokensVerified(),
          cheatingCaller.presentations(),
          true);
    }

    private List<Request> requests() {
      return new RequestSampler(scenario, truth, settings.liveLimit(), settings.seed())
          .sample(score).stream()
              .filter(request -> share.resources().contains(request.resource()))
              .toList();
    }

    private void play(Request request) {
      Truth wanted = truth.truth(request);
      Decision decision = DecisionPoints.together(honestCalls.answers(request));
      require(request, decision == promised(request, wanted), "answered with " + decision);
      if (wanted == Truth.DENIED) {
        cheatingCaller.routes(request).forEach(route -> requireDenied(request, route));
      }
    }

    private Decision promised(Request request, Truth wanted) {
      return switch (wanted) {
        case PERMITTED -> Decision.PERMIT;
        case DENIED -> Decision.DENY;
        case UNSPECIFIED -> score.decision(request);
      };
    }

    private void requireDenied(Request request, Route route) {
      List<Answer> answers = decisionPoints.answers(route.visits(), request.target());
      require(
          request,
          DecisionPoints.together(answers) == Decision.DENY,
          "let through when its caller cheats");
    }

    private void require(Request request, boolean promised, String happened) {
      if (!promised) {
        throw new DisagreementException(
            "the plan has %s at `%s`, where `%s` is %s in the live run"
                .formatted(
                    share.strategy().about().name(),
                    request.resource(),
                    request.sentence(),
                    happened));
      }
    }
  }

  private boolean isSample() {
    return truth.classes().size() > settings.liveLimit();
  }
}
