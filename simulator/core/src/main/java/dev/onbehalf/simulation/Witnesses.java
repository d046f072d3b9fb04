package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.SimulationResult.RequestFacts;
import dev.onbehalf.simulation.SimulationResult.TokenFacts;
import dev.onbehalf.simulation.SimulationResult.Witness;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.DecodedToken;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Puts witnesses into words, with the tokens that the two requests really present. */
final class Witnesses {
  private final Scenario scenario;
  private final ScenarioSource source;
  private final EvidenceClasses evidence;
  private final Callers callers;
  private final CheatingAgent cheatingAgent;

  Witnesses(
      Scenario scenario,
      ScenarioSource source,
      EvidenceClasses evidence,
      Callers callers,
      CheatingAgent cheatingAgent) {
    this.scenario = scenario;
    this.source = source;
    this.evidence = evidence;
    this.callers = callers;
    this.cheatingAgent = cheatingAgent;
  }

  Witness witness(WitnessPair pair) {
    SortedMap<String, String> shown = evidence.evidence(pair.evidenceClass());
    Presentation permitted = callers.credentials(pair.permitted()).presentation();
    Presentation honest = callers.credentials(pair.denied()).presentation();
    Presentation denied = pair.cheating() ? cheating(pair.denied(), shown) : honest;
    List<String> leftOut = leftOut(honest, denied);
    return new Witness(
        shown,
        facts(pair.permitted()),
        facts(pair.denied()),
        pair.cheating(),
        leftOut,
        tokens(permitted),
        tokens(denied),
        sentence(pair, leftOut));
  }

  private Presentation cheating(Request request, SortedMap<String, String> shown) {
    Target target = new Target(request.resource(), request.action());
    return Combinations.of(callers.credentials(request).held()).stream()
        .filter(presentation -> shows(presentation, target, shown))
        .findFirst()
        .orElseThrow();
  }

  private boolean shows(Presentation presentation, Target target, SortedMap<String, String> shown) {
    return cheatingAgent
        .attempt(presentation, target)
        .filter(evidence -> evidence.verified().equals(shown))
        .isPresent();
  }

  private static List<String> leftOut(Presentation honest, Presentation presented) {
    TreeSet<String> places = new TreeSet<>();
    honest.parts().stream()
        .filter(part -> !presented.parts().contains(part))
        .forEach(part -> places.add(part.place()));
    return List.copyOf(places);
  }

  private static List<TokenFacts> tokens(Presentation presentation) {
    return presentation.tokens().stream()
        .map(DecodedToken::of)
        .map(token -> new TokenFacts(token.header(), token.claims()))
        .toList();
  }

  static RequestFacts facts(Request request) {
    return new RequestFacts(
        request.user(), request.via(), request.resource(), request.action(), request.context());
  }

  private String sentence(WitnessPair pair, List<String> leftOut) {
    String shows =
        pair.cheating()
            ? "but its agent shows the same evidence" + without(leftOut) + " as "
            : "but shows the same evidence as ";
    return pair.denied().sentence()
        + " must be denied ("
        + reason(pair.denied())
        + ") "
        + shows
        + pair.permitted().sentence()
        + ", which must be permitted (line "
        + line(pair.permitted(), Effect.MAY).orElseThrow()
        + ")";
  }

  private static String without(List<String> leftOut) {
    return leftOut.isEmpty() ? "" : " by leaving out its " + String.join(" and ", leftOut);
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
