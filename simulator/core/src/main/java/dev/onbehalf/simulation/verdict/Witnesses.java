package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.CheatingCaller;
import dev.onbehalf.simulation.live.CheatingCaller.Route;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.simulation.result.SimulationResult.TokenFacts;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.simulation.score.EvidenceClasses;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.jose.DecodedToken;
import java.util.List;
import java.util.Optional;

/** Plays witnesses: with the tokens that the two requests really present. */
public final class Witnesses {
  private final WitnessWords words;
  private final Scenario scenario;
  private final Proof proof;
  private final EvidenceClasses evidence;
  private final Callers callers;
  private final CheatingCaller cheatingCaller;

  /** Witnesses of one strategy, whose points see what the evidence says. */
  public Witnesses(
      WitnessWords words,
      Scenario scenario,
      Proof proof,
      EvidenceClasses evidence,
      Callers callers,
      CheatingCaller cheatingCaller) {
    this.words = words;
    this.scenario = scenario;
    this.proof = proof;
    this.evidence = evidence;
    this.callers = callers;
    this.cheatingCaller = cheatingCaller;
  }

  /** The witness, played. */
  public Witness witness(WitnessPair pair) {
    Credentials honest = callers.credentials(pair.denied());
    Optional<Route> route = pair.cheating() ? Optional.of(route(pair)) : Optional.empty();
    Optional<Tricks> tricks = route.map(cheat -> tricks(cheat, pair.denied()));
    return words
        .unplayed(pair)
        .played(
            tricks.map(Tricks::leftOut).orElse(List.of()),
            tokens(callers.credentials(pair.permitted()).presentation()),
            tokens(route.map(Route::presentation).orElse(honest.presentation())),
            words.sentence(pair, tricks.map(Tricks::words).orElse(List.of())));
  }

  private Tricks tricks(Route cheat, Request request) {
    Request as = cheat.as();
    return new Tricks(
        scenario,
        request,
        callers.credentials(as),
        cheat,
        proof.passed(as.user(), as.via()).stream().map(Proof.Showing::point).toList());
  }

  /** The first way of the caller in which the points see what the pair says. */
  private Route route(WitnessPair pair) {
    return cheatingCaller.routes(pair.denied()).stream()
        .filter(route -> shows(route.visits(), pair.sights()))
        .findFirst()
        .orElseThrow();
  }

  private boolean shows(List<Visit> visits, List<WitnessPair.Sight> sights) {
    if (visits.size() != sights.size()) {
      return false;
    }
    for (int i = 0; i < visits.size(); i++) {
      if (visits.get(i).point() != evidence.point(sights.get(i).point())
          || !visits
              .get(i)
              .evidence()
              .deciding(proof.believed())
              .equals(words.shown(sights.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static List<TokenFacts> tokens(Presentation presentation) {
    return presentation.tokens().stream()
        .map(DecodedToken::of)
        .map(token -> new TokenFacts(token.header(), token.claims()))
        .toList();
  }
}
