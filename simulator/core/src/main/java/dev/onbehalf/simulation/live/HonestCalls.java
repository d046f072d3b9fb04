package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.authz.Decision;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Calls as the strategy means them, played until a point denies one or it is done. */
public final class HonestCalls {
  private final CredentialStrategy strategy;
  private final Proof proof;
  private final Callers callers;
  private final Passage passage;
  private final DecisionPoints decisionPoints;

  public HonestCalls(
      CredentialStrategy strategy,
      Callers callers,
      Passage passage,
      DecisionPoints decisionPoints) {
    this.strategy = strategy;
    this.callers = callers;
    this.passage = passage;
    this.decisionPoints = decisionPoints;
    proof = strategy.about().proof();
  }

  /**
   * The answers of the points that the request passes, up to the first that denies it; none where
   * it shows nothing.
   *
   * @throws StrategyFailedException when a credential is refused or proves what wasn't declared
   */
  List<Answer> answers(Request request) {
    Journey journey = new Journey(request);
    Callers.Obtained obtained = callers.obtained(request);
    if (journey.ahead.isEmpty()) {
      requireNothing(request, obtained);
      return List.of();
    }
    if (obtained.issuance().stream().allMatch(journey::goesOn)) {
      journey.present(
          obtained.credentials().orElseThrow(refusal -> refused(request, obtained, refusal)));
    }
    return journey.answers;
  }

  /** A call of which nothing is shown gets nothing to present, or what no point takes. */
  private void requireNothing(Request request, Callers.Obtained obtained) {
    if (obtained
        .credentials()
        .flatMap(held -> walk(request, held, visit -> true))
        .toOptional()
        .isPresent()) {
      throw failure(
          "for `" + request.sentence() + "` it shows something, where another agent shows nothing");
    }
  }

  private Refusable<List<Visit>> walk(
      Request request, Credentials credentials, Predicate<Visit> admits) {
    return passage.walk(
        credentials.door(),
        credentials.presentation(),
        request.target(),
        callers.state(request),
        admits);
  }

  private StrategyFailedException refused(
      Request request, Callers.Obtained obtained, Refusal refusal) {
    return obtained.issuance().isEmpty()
        ? Callers.gotNothing(strategy, request, refusal)
        : failure(
            "for `"
                + request.sentence()
                + "` it asks for a token that allows more than the call needs, and gets none");
  }

  private StrategyFailedException failure(String message) {
    return new StrategyFailedException(strategy.about().name(), message);
  }

  /** Whether the points see just what the request is declared to show. */
  boolean isHonest(Request request, List<Visit> visits) {
    List<Proof.Showing> passed = proof.passed(request.user(), request.via());
    if (visits.size() != passed.size()) {
      return false;
    }
    for (int i = 0; i < visits.size(); i++) {
      if (!isDeclared(visits.get(i), passed.get(i), request)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDeclared(Visit visit, Proof.Showing showing, Request request) {
    return visit.point() == showing.point()
        && visit
            .evidence()
            .deciding(proof.believed())
            .equals(showing.shownBy(request.user(), request.via(), request.context()));
  }

  /** One request under way. */
  private final class Journey {
    private final Request request;
    private final List<Proof.Showing> ahead;
    private final List<Answer> answers = new ArrayList<>();

    Journey(Request request) {
      this.request = request;
      ahead = proof.passed(request.user(), request.via());
    }

    void present(Credentials credentials) {
      walk(request, credentials, this::goesOn)
          .orElseThrow(
              refusal ->
                  failure(
                      "its credential for `%s` was refused: %s"
                          .formatted(request.sentence(), refusal.description())));
      requireDone();
    }

    boolean goesOn(Visit visit) {
      requireDeclared(visit);
      Answer answer = decisionPoints.answer(visit, request.resource(), request.action());
      answers.add(answer);
      return answer.decision() != Decision.DENY;
    }

    private void requireDeclared(Visit visit) {
      if (answers.size() == ahead.size() || ahead.get(answers.size()).point() != visit.point()) {
        throw failure(
            String.format(
                "for `%s` it passes the %s, which it doesn't declare",
                request.sentence(), visit.point().word()));
      }
      Proof.Showing showing = ahead.get(answers.size());
      if (!isDeclared(visit, showing, request)) {
        throw failure(
            String.format(
                "for `%s` it declares to prove %s, but proves %s; a point knows of a call what it is"
                    + " presented, and nothing else",
                request.sentence(),
                showing.shownBy(request.user(), request.via(), request.context()),
                visit.evidence().deciding(proof.believed())));
      }
    }

    /** Nothing may be left ahead of a request that no point denied. */
    private void requireDone() {
      if (DecisionPoints.together(answers) != Decision.DENY && answers.size() < ahead.size()) {
        throw failure(
            String.format(
                "for `%s` it goes past the %s, which it declares to pass",
                request.sentence(), ahead.get(answers.size()).point().word()));
      }
    }
  }
}
