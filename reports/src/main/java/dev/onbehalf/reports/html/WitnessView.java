package dev.onbehalf.reports.html;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.reports.html.TokenPair.Compared;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.SimulationResult.PointWitness;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A witness laid out for comparison.
 *
 * @param request the two requests, part by part
 * @param missing what would tell the two apart
 * @param sights what each point sees that the denied request passes
 */
public record WitnessView(
    Witness witness,
    String permitted,
    String denied,
    List<Compared> request,
    List<TokenPair> tokens,
    List<MissingClaim> missing,
    List<Sight> sights) {
  static WitnessView of(Witness witness) {
    return new WitnessView(
        witness,
        witness.permitted().sentence(),
        witness.denied().sentence(),
        requestParts(witness.permitted(), witness.denied()),
        TokenPair.of(witness),
        MissingClaim.of(witness),
        witness.points().stream().map(WitnessView::sight).toList());
  }

  private static Sight sight(PointWitness point) {
    return new Sight(point.point(), point.evidence(), point.permitted().sentence());
  }

  /** What a point sees of the denied request, and the permitted one that looks the same there. */
  public record Sight(Point point, SortedMap<String, String> evidence, String permitted) {}

  private static List<Compared> requestParts(Request permitted, Request denied) {
    List<Compared> parts = new ArrayList<>();
    parts.add(new Compared("user", permitted.user(), denied.user()));
    parts.add(new Compared("path", permitted.pathWords(), denied.pathWords()));
    parts.add(new Compared("resource", permitted.resource(), denied.resource()));
    parts.add(new Compared("action", permitted.action(), denied.action()));
    for (String attribute : contextAttributes(permitted, denied)) {
      parts.add(
          new Compared(
              attribute,
              permitted.context().getOrDefault(attribute, "not set"),
              denied.context().getOrDefault(attribute, "not set")));
    }
    return parts;
  }

  static TreeSet<String> contextAttributes(Request permitted, Request denied) {
    TreeSet<String> attributes = new TreeSet<>(permitted.context().keySet());
    attributes.addAll(denied.context().keySet());
    return attributes;
  }
}
