package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult.PointWitness;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.simulation.score.EvidenceClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;

/** Puts witnesses into words, as far as they are known before anybody calls. */
public final class WitnessWords {
  private final Scenario scenario;
  private final ScenarioSource source;
  private final EvidenceClasses evidence;

  public WitnessWords(Scenario scenario, ScenarioSource source, EvidenceClasses evidence) {
    this.scenario = scenario;
    this.source = source;
    this.evidence = evidence;
  }

  /** The witness without the tokens of its requests, and without the tricks of one who cheats. */
  public Witness unplayed(WitnessPair pair) {
    return new Witness(
        shown(pair.atPoint()),
        pair.permitted(),
        pair.denied(),
        pair.sights().stream().map(this::facts).toList(),
        pair.cheating(),
        List.of(),
        List.of(),
        List.of(),
        sentence(pair, List.of()));
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

  /** What the point sees. */
  SortedMap<String, String> shown(WitnessPair.Sight sight) {
    return evidence.evidence(sight.point(), sight.evidenceClass());
  }

  private PointWitness facts(WitnessPair.Sight sight) {
    return new PointWitness(evidence.point(sight.point()), shown(sight), sight.permitted());
  }

  /** The pair in words, with the tricks of its caller. */
  String sentence(WitnessPair pair, List<String> tricks) {
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
