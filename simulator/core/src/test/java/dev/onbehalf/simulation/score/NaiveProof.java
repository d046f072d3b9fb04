package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a strategy shows at each point, and what its agents can show instead, in the reference's own
 * words.
 *
 * @param cheats ways of cheating agents, each as what the points on it see
 */
record NaiveProof(List<NaivePoint> points, List<List<NaiveTrick>> cheats) {
  /** Whatever agent's name the presenter writes. */
  static final String ANY = "any";

  /** A point, and what it sees of a call in person and of one through agents. */
  record NaivePoint(boolean passedDirectly, List<String> directly, List<String> via) {}

  /** What one point is made to see; the agent is as named, or true if the name is empty. */
  record NaiveTrick(int point, List<String> attributes, String agent) {}

  /** What one point sees. */
  record NaiveSight(int point, Map<String, String> evidence) {}

  /** What the points see of an honest call. */
  List<NaiveSight> honest(NaiveRequest request) {
    List<NaiveSight> sights = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      NaivePoint point = points.get(i);
      boolean direct = request.via().isEmpty();
      if (!direct || point.passedDirectly()) {
        sights.add(new NaiveSight(i, evidence(direct ? point.directly() : point.via(), request)));
      }
    }
    return sights;
  }

  /** What the points can be made to see of a call through agents. */
  List<List<NaiveSight>> cheating(NaiveRequest request, List<String> agents) {
    List<List<NaiveSight>> routes = new ArrayList<>();
    for (List<NaiveTrick> cheat : cheats) {
      boolean any = cheat.stream().anyMatch(trick -> trick.agent().equals(ANY));
      for (String name : any ? agents : List.of("")) {
        routes.add(cheat.stream().map(trick -> sight(trick, request, name)).toList());
      }
    }
    return routes;
  }

  private static NaiveSight sight(NaiveTrick trick, NaiveRequest request, String name) {
    Map<String, String> evidence = evidence(trick.attributes(), request);
    if (!trick.agent().isEmpty()) {
      evidence.put("agent", trick.agent().equals(ANY) ? name : trick.agent());
    }
    return new NaiveSight(trick.point(), evidence);
  }

  /** The agents before the last, where handing over to oneself is no step. */
  private static String prior(List<String> via) {
    List<String> steps = new ArrayList<>();
    for (String agent : via) {
      if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(agent)) {
        steps.add(agent);
      }
    }
    return steps.size() < 2
        ? "(nobody)"
        : String.join(" then ", steps.subList(0, steps.size() - 1));
  }

  private static Map<String, String> evidence(List<String> attributes, NaiveRequest request) {
    Map<String, String> evidence = new TreeMap<>();
    List<String> via = request.via();
    for (String attribute : attributes) {
      switch (attribute) {
        case "user" -> evidence.put("user", request.user());
        case "agent" -> evidence.put("agent", via.isEmpty() ? "directly" : via.get(via.size() - 1));
        case "first-agent" -> evidence.put("first-agent", via.isEmpty() ? "directly" : via.get(0));
        case "prior-agents" -> evidence.put("prior-agents", prior(via));
        case "context" ->
            request.context().forEach((name, value) -> evidence.put("context." + name, value));
        default -> throw new IllegalArgumentException(attribute);
      }
    }
    return evidence;
  }
}
