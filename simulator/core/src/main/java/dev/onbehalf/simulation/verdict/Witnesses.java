package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.CheatingCaller;
import dev.onbehalf.simulation.live.CheatingCaller.Route;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult.PointWitness;
import dev.onbehalf.simulation.result.SimulationResult.TokenFacts;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.simulation.score.EvidenceClasses;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.jose.DecodedToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;

/** Puts witnesses into words, with the tokens that the two requests really present. */
public final class Witnesses {
  private final Scenario scenario;
  private final ScenarioSource source;
  private final Proof proof;
  private final EvidenceClasses evidence;
  private final Callers callers;
  private final CheatingCaller cheatingCaller;

  public Witnesses(
      Scenario scenario,
      ScenarioSource source,
      Proof proof,
      EvidenceClasses evidence,
      Callers callers,
      CheatingCaller cheatingCaller) {
    this.scenario = scenario;
    this.source = source;
    this.proof = proof;
    this.evidence = evidence;
    this.callers = callers;
    this.cheatingCaller = cheatingCaller;
  }

  public Witness witness(WitnessPair pair) {
    Credentials honest = callers.credentials(pair.denied());
    Optional<Route> route = pair.cheating() ? Optional.of(route(pair)) : Optional.empty();
    Optional<Tricks> tricks = route.map(cheat -> tricks(cheat, pair.denied()));
    return new Witness(
        shown(pair.atPoint()),
        pair.permitted(),
        pair.denied(),
        pair.sights().stream().map(this::facts).toList(),
        pair.cheating(),
        tricks.map(Tricks::leftOut).orElse(List.of()),
        tokens(callers.credentials(pair.permitted()).presentation()),
        tokens(route.map(Route::presentation).orElse(honest.presentation())),
        sentence(pair, tricks.map(Tricks::words).orElse(List.of())));
  }

  /** The proof that a permitted request shows nothing: so does any stranger, who is denied. */
  public Witness ofStranger(Request permitted) {
    return Witness.ofStranger(
        permitted,
        permitted.may()
            + " (line "
            + line(permitted, Effect.MAY).orElseThrow()
            + "), but shows nothing, as any stranger can");
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
          || !visits.get(i).evidence().deciding(proof.believed()).equals(shown(sights.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private SortedMap<String, String> shown(WitnessPair.Sight sight) {
    return evidence.evidence(sight.point(), sight.evidenceClass());
  }

  private PointWitness facts(WitnessPair.Sight sight) {
    return new PointWitness(evidence.point(sight.point()), shown(sight), sight.permitted());
  }

  private static List<TokenFacts> tokens(Presentation presentation) {
    return presentation.tokens().stream()
        .map(DecodedToken::of)
        .map(token -> new TokenFacts(token.header(), token.claims()))
        .toList();
  }

  private String sentence(WitnessPair pair, List<String> tricks) {
    String by = tricks.isEmpty() ? "" : ", by " + String.join(" and ", tricks) + ",";
    return pair.denied().mayNot()
        + " ("
        + reason(pair.denied())
        + "), but "
        + (pair.cheating() ? caller(pair.denied()) + by + " shows " : "shows ")
        + shown(pair);
  }

  private static String caller(Request request) {
    return request.isDirect() ? "its user" : "its agent";
  }

  /** What is shown, to whom where there are several, and like whom it looks. */
  private String shown(WitnessPair pair) {
    StringJoiner clauses = new StringJoiner(", and ");
    String evidenceOf = "the same evidence as a permitted call: ";
    for (Map.Entry<Request, List<Point>> alike : pointsByPermitted(pair).entrySet()) {
      clauses.add(
          (pair.sights().size() == 1 ? "" : points(alike.getValue()) + " ")
              + evidenceOf
              + alike.getKey().may()
              + " (line "
              + line(alike.getKey(), Effect.MAY).orElseThrow()
              + ")");
      evidenceOf = "that of another: ";
    }
    return clauses.toString();
  }

  private Map<Request, List<Point>> pointsByPermitted(WitnessPair pair) {
    Map<Request, List<Point>> points = new LinkedHashMap<>();
    for (WitnessPair.Sight sight : pair.sights()) {
      points
          .computeIfAbsent(sight.permitted(), any -> new ArrayList<>())
          .add(evidence.point(sight.point()));
    }
    return points;
  }

  private static String points(List<Point> points) {
    return String.join(" and ", points.stream().map(Tricks::words).toList());
  }

  private String reason(Request denied) {
    return line(denied, Effect.MAY_NOT)
        .map(line -> source.fileName() + ":" + line)
        .orElse("no policy permits it");
  }

  private Optional<Integer> line(Request request, Effect effect) {
    return scenario.policies().stream()
        .filter(policy -> policy.effect() == effect && policy.matches(request))
        .map(Policy::line)
        .findFirst();
  }
}
